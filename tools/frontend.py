"""Copies the few front-end files that the pages need out of what npm fetched.

Usage: python tools/frontend.py NODE_MODULES VENDOR AXE

VENDOR (src/uigwe/web/static/vendor) is emptied and filled again:

    htmx.min.js  echarts.min.js  licences/…
    krds/css/token/krds_tokens.css  krds/css/common/common.css  krds/css/component/output.css
    krds/img/component/icon/*.svg   only those that the three style sheets refer to
    krds/fonts/PretendardGOV-*.subset.woff2

AXE gets axe.min.js, which only tests use. Standard library only: it runs before anything is installed.

What is changed on the way, because Django's manifest storage refuses a style sheet that points at a missing file and
because a page of ours makes no outside request: comments naming source maps go; pictures with the KRDS logo, which
holds the state emblem, go, and `none` takes their place. An address of another site in a style sheet is an error.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

SCRIPTS = ("htmx.org/dist/htmx.min.js", "echarts/dist/echarts.min.js")
LICENCES = ("htmx.org/LICENSE", "echarts/LICENSE", "echarts/NOTICE", "krds-uiux/README.md")
KRDS = "krds-uiux/resources"
# Not cdn/krds.min.css: it holds 350 addresses of an outside site.
SHEETS = ("css/token/krds_tokens.css", "css/common/common.css", "css/component/output.css")
FONTS = "fonts/PretendardGOV-*.subset.woff2"
AXE = "axe-core/axe.min.js"
LEFT_OUT = re.compile(r"logo|emblem|ci_", re.IGNORECASE)

URL = re.compile(r"""url\(\s*(['"]?)(?P<target>[^'")]+)\1\s*\)""")
IMPORT = re.compile(r"""@import\s+(?:url\(\s*)?['"]?(?P<target>[^'")\s;]+)""")
SOURCE_MAP = re.compile(r"/\*[#@]\s*sourceMappingURL=.*?\*/|^//[#@]\s*sourceMappingURL=.*$", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)


def outside_addresses(sheet: str) -> list[str]:
    """Addresses of other sites that a browser would ask for; one in a comment is only read by people."""
    bare = COMMENT.sub("", sheet)
    targets = [match["target"] for pattern in (URL, IMPORT) for match in pattern.finditer(bare)]
    return [target for target in targets if OUTSIDE.match(target)]


def without_what_is_left_out(sheet: str) -> str:
    """The style sheet with `none` for pictures that we do not carry, and without source-map comments."""
    return URL.sub(
        lambda match: "none" if LEFT_OUT.search(Path(match["target"]).name) else match[0], SOURCE_MAP.sub("", sheet)
    )


def referred(sheet: str, at: Path) -> Iterator[Path]:
    """The files beside the style sheet `at` that it refers to."""
    for match in URL.finditer(COMMENT.sub("", sheet)):
        target = match["target"].strip()
        if not target.startswith(("data:", "#")):
            yield (at.parent / target.split("?")[0].split("#")[0]).resolve()


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def dress(modules: Path, vendor: Path) -> None:
    """Fills `vendor` from `modules`; SystemExit with a sentence when something is not as we know it."""
    for script in SCRIPTS:
        text = SOURCE_MAP.sub("", (modules / script).read_text(encoding="utf-8"))
        (vendor / Path(script).name).write_text(text, encoding="utf-8")
    for licence in LICENCES:
        package, name = licence.split("/")
        copy(modules / licence, vendor / "licences" / f"{package}-{name}")

    krds = (modules / KRDS).resolve()
    for name in SHEETS:
        original = krds / name
        sheet = without_what_is_left_out(original.read_text(encoding="utf-8"))
        if found := outside_addresses(sheet):
            raise SystemExit(f"{KRDS}/{name}: refers to another site: {found[0]} (and {len(found) - 1} more)")
        target = vendor / "krds" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(sheet, encoding="utf-8")
        for picture in referred(sheet, original):
            if not picture.is_file():
                raise SystemExit(f"{KRDS}/{name}: refers to {picture.name}, which the package does not hold")
            copy(picture, vendor / "krds" / picture.relative_to(krds))
    fonts = sorted(krds.glob(FONTS))
    if len(fonts) != 3:
        raise SystemExit(f"{KRDS}/{FONTS}: expected Regular, Medium and Bold, found {len(fonts)}")
    for font in fonts:
        copy(font, vendor / "krds" / font.relative_to(krds))


def main(arguments: list[str]) -> int:
    modules, vendor, axe = (Path(argument) for argument in arguments)
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    try:
        dress(modules, vendor)
        copy(modules / AXE, axe / Path(AXE).name)
    except BaseException:
        # Half a dress would look like a whole one to the next run.
        shutil.rmtree(vendor, ignore_errors=True)
        raise
    files = [path for path in vendor.rglob("*") if path.is_file()]
    print(f"{len(files)} files, {sum(path.stat().st_size for path in files) // 1024} KB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
