"""A second reader of the API, written from docs/api.md alone: looks a family up in a folder of files.

    python3 reader.py API_FOLDER SIGNING_PUB PHRASES pair KK NIK
    python3 reader.py API_FOLDER SIGNING_PUB PHRASES code CODE

Prints the record as JSON, or null. Ends with a sentence on stderr where the publication is not to be believed.
"""

import base64
import hashlib
import json
import pathlib
import sys

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CAPSULE, DOCUMENT = 26, 272


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verified(file, purpose, key):
    """The document in a signed frame."""
    frame = json.loads(file)
    signature = unbase64(frame["signature"])
    r, s = (int.from_bytes(half, "big") for half in (signature[:32], signature[32:]))
    message = f"tepat/{purpose}/1\n{frame['document']}".encode()
    try:
        key.verify(encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        sys.exit(f"{purpose}: not signed by this office")
    return json.loads(frame["document"])


def status_file(api, digest):
    """A file of status/, if it is the one that its name says."""
    file = (api / "status" / f"{digest.hex()}.json").read_bytes()
    if hashlib.sha256(file).digest()[:16] != digest:
        sys.exit("status: a file was changed")
    return json.loads(file)


def digests(text):
    joined = unbase64(text)
    return [joined[at : at + 16] for at in range(0, len(joined), 16)]


def place(text, buckets):
    first = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big")
    return first * buckets >> 64


def hkdf(secret, salt, info, length):
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info).derive(secret)


def unpack(packed, phrases):
    text, at = b"", 0
    while at < len(packed) and packed[at] != 0:
        if packed[at] == 0xFF:
            at += 1
            text += packed[at : at + 1]
        elif packed[at] >= 0x80:
            text += phrases[packed[at] - 0x80]
        else:
            text += packed[at : at + 1]
        at += 1
    return json.loads(text)


def open_record(bucket, locator, phrases):
    nonce, capsules, documents = (unbase64(bucket[name]) for name in ("nonce", "capsules", "documents"))
    mask = hkdf(locator, nonce, b"tepat/capsule/2", CAPSULE)
    for at in range(0, len(capsules), CAPSULE):
        if capsules[at : at + 8] == mask[:8]:
            opened = bytes(a ^ b for a, b in zip(capsules[at + 8 : at + CAPSULE], mask[8:]))
            key, number = opened[:16], int.from_bytes(opened[16:], "big")
            document = documents[number * DOCUMENT : (number + 1) * DOCUMENT]
            cipher = ChaCha20Poly1305(hkdf(key, nonce, b"tepat/document/2", 32))
            try:
                return unpack(cipher.decrypt(bytes(12), document, None), phrases)
            except InvalidTag:
                sys.exit("status: a record was damaged")
    return None


def look_up(api, key, phrases, kind, numbers):
    index = verified((api / "index.json").read_bytes(), "index", key)
    params = index["lookup"]
    if kind == "pair":
        kk, nik = numbers
        bucket, secret = place(f"kk/2:{kk}", params["pair_buckets"]), f"kk+nik/1:{kk}:{nik}"
    else:
        (code,) = numbers
        bucket = params["pair_buckets"] + place(f"code/2:{code}", params["code_buckets"])
        secret = f"code/1:{code}"
    tree = index["status"]
    group = status_file(api, digests(tree["groups"])[bucket // tree["group_size"]])
    sealed = status_file(api, digests(group["buckets"])[bucket % tree["group_size"]])
    derive = Argon2id(
        salt=unbase64(params["salt"]),
        length=48,
        iterations=params["passes"],
        lanes=params["lanes"],
        memory_cost=params["memory_kib"],
    )
    return open_record(sealed, derive.derive(secret.encode()), phrases)


def main():
    folder, key_file, phrases_file, kind, *numbers = sys.argv[1:]
    point = unbase64(pathlib.Path(key_file).read_text().strip())
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    phrases = pathlib.Path(phrases_file).read_bytes().splitlines()
    print(json.dumps(look_up(pathlib.Path(folder), key, phrases, kind, numbers), ensure_ascii=False))


main()
