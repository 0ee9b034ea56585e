"""Pattern files as a product: what they may hold, checks, examples, a schema, a starter pack.

:mod:`govie.packs.lines` reads a file and is what loading uses; :mod:`govie.lint.check` adds what
only an author wants to know. Names of topics and labels are in :mod:`govie.lint.topics`.
"""
