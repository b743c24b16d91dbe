"""Pulls one file from the hub, in a process of its own: ``python -m outreach.models.hub_child SPEC``.

A process, because that can be stopped at any moment, and because huggingface_hub reads its environment when it is
imported. SPEC is JSON with repository, revision, file, bytes, sha256 and part. The bytes go to the end of ``part``;
huggingface_hub's own ``hf_hub_download`` begins anew after an interruption, its ``http_get`` can go on.
Standard output gets a line ``reached`` before the first byte; an error is one line on standard error. The exit status
is ``OUT_OF_REACH`` where the hub never answered.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from huggingface_hub import constants, get_hf_file_metadata, get_token, hf_hub_url
from huggingface_hub.errors import HfHubHTTPError
from huggingface_hub.file_download import http_get

from outreach.models.sources import OUT_OF_REACH

_HEAD_TIMEOUT_S = 8.0
_BLOCK = 256 << 10


class _OutOfReach(Exception):
    """The hub did not answer."""


def fetch(repository: str, revision: str, file: str, expected_bytes: int, sha256: str, part: Path) -> None:
    """Add to ``part`` what it lacks of the file.

    Raises:
        ValueError: the hub holds no such file, or another one under that name.
        _OutOfReach: the hub did not answer.
        OSError: the connection broke, or the disk is full; what arrived is kept.
    """
    url = hf_hub_url(repository, file, revision=revision)
    try:
        metadata = get_hf_file_metadata(url, timeout=_HEAD_TIMEOUT_S)
    except HfHubHTTPError as error:
        raise ValueError(f"it answered {error.response.status_code} for {file}") from error
    except Exception as error:  # the HTTP client's own errors; which client that is differs between versions
        raise _OutOfReach(f"{type(error).__name__}: {error}".splitlines()[0]) from error
    print("reached", flush=True)
    if metadata.size is not None and metadata.size != expected_bytes:
        raise ValueError(
            f"it holds a file of {metadata.size} bytes under that name, and {expected_bytes} were expected"
        )
    if metadata.etag and re.fullmatch(r"[0-9a-f]{64}", metadata.etag) and metadata.etag != sha256:
        raise ValueError(f"it holds a file with another sha256 ({metadata.etag}) under that name")
    headers = {}
    token = get_token()
    if token and urlsplit(metadata.location).netloc == urlsplit(url).netloc:
        headers["authorization"] = f"Bearer {token}"  # a user's token is for the hub, never for the storage behind it
    # Written through in small blocks: the bytes on disk are the progress, and all that an interruption leaves.
    constants.DOWNLOAD_CHUNK_SIZE = _BLOCK
    with part.open("ab", buffering=0) as stream:
        http_get(
            metadata.location,
            stream,
            resume_size=part.stat().st_size,
            headers=headers,
            expected_size=expected_bytes,
            displayed_filename=file,
        )


def main() -> int:
    """Fetch what the one argument says."""
    spec = json.loads(sys.argv[1])
    try:
        fetch(spec["repository"], spec["revision"], spec["file"], spec["bytes"], spec["sha256"], Path(spec["part"]))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    except _OutOfReach as error:
        print(error, file=sys.stderr)
        return OUT_OF_REACH
    except Exception as error:  # noqa: BLE001 - the boundary of the process: every failure becomes one line
        print(f"{type(error).__name__}: {error}".splitlines()[0], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
