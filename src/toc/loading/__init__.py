"""The one door: files become a strategy, or findings that say why not.

What enters is read, its parts are joined, what is open or faulty is set aside, and the
rest becomes a model.  A faulty field is dropped and its entry kept, so that one run
finds all that can be found.
"""

from toc.loading.door import Loaded, load_parts
from toc.parts import Parts, find_strategies

__all__ = ["Loaded", "Parts", "find_strategies", "load_parts"]
