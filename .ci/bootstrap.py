"""Sets up .venv and runs what ``make`` was asked for in it: ``python3 .ci/bootstrap.py run|test|check|bench|quality``.

Only the standard library, and no syntax newer than Python 3.6: an old Python must get far enough to say that it is.
What fails is said in one line; the whole output of pip is kept in ``.venv/*.log``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11)
NEWEST_TRIED = 20


def newer_python():
    """Another interpreter on the PATH that is new enough, or None."""
    for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1):
        found = shutil.which("python3.%d" % minor)
        if found and subprocess.call([found, "-c", "0"], stderr=subprocess.DEVNULL) == 0:
            return found
    return None


def main():
    """Run the command, with the Python that started this if it is new enough, else with another one that is."""
    if sys.version_info < OLDEST:
        other = newer_python()
        if other is None:
            here = "%d.%d" % sys.version_info[:2]
            print("Python 3.11 or newer is needed; this is %s (%s)." % (here, sys.executable), file=sys.stderr)
            return 1
        os.execv(other, [other, *sys.argv])
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    sys.dont_write_bytecode = True
    import tasks

    return tasks.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
