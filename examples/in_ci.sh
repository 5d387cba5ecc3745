#!/bin/sh
# In CI: fail when a strategy has an error, and keep the findings for whoever looks.
#
#     sh examples/in_ci.sh [folder or file, strategies by default]
#
# `toc` must be on the path; exit codes: 0 clean, 1 findings, 2 could not run.
set -u

toc check "${1:-strategies}" --fail-on error --report json=findings.json
