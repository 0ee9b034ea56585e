"""Why a place of a text was read as it was: which rules looked at it, and what they made of it."""

from govie.explain.build import explain
from govie.explain.model import Explanation, Step

__all__ = ["Explanation", "Step", "explain"]
