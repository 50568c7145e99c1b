"""Who asks the page, and from where."""

from starlette.testclient import TestClient

LOOPBACK = ("127.0.0.1", 50000)


def client_of(application, base_url="http://localhost", peer=LOOPBACK):
    """A client on this machine, unless it is said to be elsewhere."""
    return TestClient(application, base_url=base_url, client=peer)
