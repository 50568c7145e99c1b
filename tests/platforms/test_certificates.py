"""A school's own certificate authority counts where the environment names its file."""

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

OPENSSL = shutil.which("openssl")

ASK = textwrap.dedent(
    """
    import asyncio, ssl, sys
    from aiohttp import web
    from telegram import Bot
    from telegram.error import TelegramError
    from bot.platforms.telegram.request import AiohttpRequest, call

    async def answer(_request):
        return web.json_response({"ok": True, "result": {"id": 1}})

    async def main(folder):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
        runner = web.ServerRunner(web.Server(answer))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        base = f"https://localhost:{runner.addresses[0][1]}/bot"
        request = AiohttpRequest(read_seconds=5)
        bot = Bot("1:a", base_url=base, request=request, get_updates_request=request)
        try:
            print(await call(bot, "getMe"))
        except TelegramError as error:
            print(error)
        await request.shutdown()
        await runner.cleanup()

    asyncio.run(main(sys.argv[1]))
    """
)


@pytest.fixture
def folder(tmp_path):
    if OPENSSL is None:
        pytest.skip("no openssl here")
    made = [OPENSSL, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    made += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made += ["-keyout", str(tmp_path / "key.pem"), "-out", str(tmp_path / "cert.pem")]
    subprocess.run(made, check=True, capture_output=True)
    return tmp_path


def asked(folder, environment):
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout


def test_a_certificate_of_ones_own_counts_where_its_file_is_named(folder, monkeypatch):
    plain = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    plain.pop("SSL_CERT_FILE", None)
    assert "the certificate is refused" in asked(folder, plain)
    assert "'id': 1" in asked(folder, plain | {"SSL_CERT_FILE": str(folder / "cert.pem")})
