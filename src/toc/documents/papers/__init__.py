"""The papers that can be made: one module, one paper.

A paper says what it is (`ABOUT`), what its `about` must name (`NEEDS`, sections of the
strategy; none when it is about the whole), its `title`, and its `PARTS` in order.  A part
takes the subject, or what `prepared` makes of it, and gives blocks.  A paper that tells what
a check found says `CHECKED = True`, one that sets strategies side by side `COMPARES = True`.
"""
