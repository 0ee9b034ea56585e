"""govie on Ray: facts of every text of a dataset, on every core of a cluster.

>>> import govie.ray  # doctest: +SKIP
>>> reports = ray.data.read_parquet("s3://archive/reports/")  # doctest: +SKIP
>>> govie.ray.extract(reports, text="body", doc="url").write_parquet("s3://archive/facts/")
... # doctest: +SKIP

Needs the extras ``govie[ray,tables]`` on every machine of the cluster. For files rather than
datasets, with failures listed and runs that are resumed, see :func:`govie.corpus.build`.
"""

from govie.corpus.ray_data import extract

__all__ = ["extract"]
