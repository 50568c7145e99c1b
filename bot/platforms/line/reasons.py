"""Why a platform was not reached, in a few words that hold no address and so no token."""

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientHttpProxyError,
    ClientProxyConnectionError,
)


def reason_of(error: BaseException) -> str:
    """Say why a connection was not made; empty where the kind of the error says it all."""
    match error:
        case ClientConnectorCertificateError():
            why = getattr(error.certificate_error, "verify_message", "") or "not trusted"
            return f"the certificate is refused: {why}"
        case ClientConnectorSSLError():
            return "no TLS is spoken there"
        case ClientProxyConnectionError():
            return f"the proxy is not reached: {_of_system(error)}"
        case ClientHttpProxyError():
            return f"the proxy answers {error.status}"
        case ClientConnectorDNSError():
            return "the name is not known"
        case ClientConnectorError():
            return _of_system(error)
        case TimeoutError():
            return "no answer in time"
    return ""


def _of_system(error: ClientConnectorError) -> str:
    return (error.os_error.strerror or "no connection").partition(" (")[0].partition("[")[0].strip()
