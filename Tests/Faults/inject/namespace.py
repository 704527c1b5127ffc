"""Mounts of our own, which end with this process."""
import ctypes, os, subprocess

NEW_MOUNTS = 0x00020000


class Unable(Exception):
    """Why nothing can be mounted here."""


def leave():
    """Lets no mount of ours be seen outside, nor outlive us."""
    if os.geteuid() != 0:
        raise Unable("only root may mount")
    if ctypes.CDLL(None, use_errno=True).unshare(NEW_MOUNTS) != 0:
        raise Unable(os.strerror(ctypes.get_errno()))
    mount("--make-rprivate", "/")


def mount(*words):
    outcome = subprocess.run(["mount", *words], capture_output=True)
    if outcome.returncode != 0:
        raise Unable(outcome.stderr.decode().strip())


def unmount(path):
    subprocess.run(["umount", "-l", path], capture_output=True)
