"""Keep what the README shows in step with what the tool says.

python tools/readme.py            write the findings and the pictures again
python tools/readme.py --check    fail where they are stale
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from toc import check, draw
from toc.reporters.plain import render

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"
BEGIN, END = "<!-- findings -->\n", "<!-- end of findings -->\n"


def findings() -> str:
    """Give what is found in the strategy that is broken on purpose."""
    report = check(ROOT / "examples" / "broken.yaml")
    said = render(report, language="en").replace(f"{ROOT}/", "")
    return f"```text\n{said}```\n"


def readme() -> str:
    """Give the README with the findings of today."""
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}{findings()}{END}{after}"


def shown() -> dict[Path, str]:
    """Give every file that shows what the tool does, as it should be."""
    files = {README: readme()}
    for name in ("timis", "arad.yaml"):
        for language in ("ro", "en"):
            picture = draw(ROOT / "strategies" / name, language=language)
            target = PICTURES / f"{name.removesuffix('.yaml')}.{language}.svg"
            files[target] = picture.render("svg").decode("utf-8")
    return files


def main() -> int:
    """Write the files, or say which are stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, and fail where stale")
    checking = parser.parse_args().check
    stale = [
        path
        for path, text in shown().items()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    if not checking:
        PICTURES.mkdir(parents=True, exist_ok=True)
        for path, text in shown().items():
            path.write_text(text, encoding="utf-8", newline="\n")
    for path in stale:
        said = "is stale: run python tools/readme.py" if checking else "written"
        print(f"{path.relative_to(ROOT)} {said}")
    return int(checking and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
