"""A changed fact is found: one fact edited on one side of a translation, the two articles compared.

An editor is a function from a :class:`~benchmarks.quality.changed.cases.Case` to
an :class:`~benchmarks.quality.changed.cases.Edit`, or to None where nothing can
be edited fairly. One module a facet; ``registry.py`` lists them.
"""
