"""How similar unrelated texts are under a model: what a cosine has to be held against.

Encoders differ widely: unrelated texts have a cosine near 0 under some and
near 0.8 under others (anisotropy: Ethayarajh 2019). A cosine means something
only in comparison with that background.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

BACKGROUND_TEXTS = (
    "The museum will stay closed until the roof has been repaired.",
    "تعادل الفريقان بهدف لكل منهما في مباراة الأمس",
    "Farmers expect a smaller wheat harvest after the dry spring.",
    "افتتحت الجامعة مكتبة جديدة للطلاب",
    "The bank raised its main interest rate by a quarter of a point.",
    "أعلنت الشركة تأخر وصول الرحلات بسبب الضباب",
    "A court in the capital acquitted the former mayor.",
    "يعاني سكان الحي من انقطاع المياه منذ أسبوع",
    "Doctors warned that the new medicine may harm the liver.",
    "اتفق الوزيران على إعادة فتح المعبر الحدودي",
    "The singer cancelled two concerts because of a cold.",
    "سجلت درجات الحرارة أعلى مستوى لها هذا الصيف",
)
"""Unrelated statements of our own, in two languages."""

_LEAST_DEVIATION = 0.01


def measure_background(vectors: NDArray[np.float32]) -> tuple[float, float]:
    """Mean and standard deviation of the cosines between the rows, each pair once.

    Fewer than two rows give ``(0.0, 1.0)``, which leaves a cosine as it is.
    """
    if len(vectors) < 2:
        return (0.0, 1.0)
    cosines = (vectors @ vectors.T)[np.triu_indices(len(vectors), 1)]
    return (round(float(cosines.mean()), 4), round(max(_LEAST_DEVIATION, float(cosines.std())), 4))
