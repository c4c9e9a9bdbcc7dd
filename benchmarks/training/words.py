"""Words of sentences as vectors of the bundled model, and a small trained head that labels them as source, cue, content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any  # what transformers' models and tokenizers take and give is untyped

import attrs
import numpy as np
import torch
from numpy.typing import NDArray

from claimcmp.extract.view import Sentence
from claimcmp.models import bundled_sentence_transformer

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
SOURCE, CUE, CONTENT = 1, 3, 5
"""Labels: 0 outside; the first and the further words of a source (1, 2), of a cue (3, 4), of a content (5, 6)."""

LABELS = 7
REACH = 2
"""Words seen on each side of a word, besides what its own vector knows of them."""

EPOCHS = 6
BATCH = 256


@attrs.frozen(eq=False)
class Encoder:
    """A tokenizer and the layers that read its pieces."""

    tokenizer: Callable[..., Any]
    model: Callable[..., Any]


@attrs.frozen(eq=False)
class Tagger:
    """The layers that read words, a trained head, and the log-odds of one label after another."""

    encoder: Encoder
    head: torch.nn.Sequential
    moves: Floats


def load_encoder(depth: int) -> Encoder:
    """The bundled model cut after ``depth`` of its 12 layers; 0 leaves the word embeddings."""
    transformer: Any = bundled_sentence_transformer()[0].eval()
    transformer.auto_model.encoder.layer = transformer.auto_model.encoder.layer[:depth]
    return Encoder(transformer.tokenizer, transformer.auto_model)


def encode_words(encoder: Encoder, sentences: Sequence[Sentence]) -> list[Floats]:
    """For each sentence an array (n_words, 385): the vector of each word's first piece, and whether it is quoted."""
    found: list[Floats] = [np.zeros((0, 0), np.float32)] * len(sentences)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].tokens))
    for start in range(0, len(order), 32):
        some = order[start : start + 32]
        texts = [sentences[i].text[sentences[i].span.start : sentences[i].span.end] for i in some]
        pieces = encoder.tokenizer(texts, padding=True, truncation=True, max_length=256, return_offsets_mapping=True, return_tensors="pt")
        with torch.inference_mode():
            states = encoder.model(input_ids=pieces["input_ids"], attention_mask=pieces["attention_mask"]).last_hidden_state
        for row, i in enumerate(some):
            found[i] = _pick_words(sentences[i], states[row].numpy(), pieces["offset_mapping"][row, :, 1].numpy())
    return found


def _pick_words(sentence: Sentence, states: Floats, ends: Ints) -> Floats:
    vectors = np.zeros((len(sentence.tokens), states.shape[1] + 1), np.float32)
    firsts = np.searchsorted(np.maximum.accumulate(ends), [t.start - sentence.span.start for t in sentence.tokens], side="right")
    known = firsts < len(ends)
    vectors[known, :-1] = states[firsts[known]]
    vectors[:, -1] = np.array(sentence.quote_at) >= 0
    return vectors


def _build_windows(vectors: Sequence[Floats]) -> tuple[torch.Tensor, torch.Tensor]:
    """All words' vectors in one array whose row 0 is empty, and for each word the rows of its window."""
    rows, start = [], 1
    for some in vectors:
        at = np.arange(len(some))[:, None] + np.arange(-REACH, REACH + 1)
        rows.append(np.where((at >= 0) & (at < len(some)), at + start, 0))
        start += len(some)
    pad = np.zeros((1, vectors[0].shape[1]), np.float32)
    return torch.from_numpy(np.concatenate([pad, *vectors])), torch.from_numpy(np.concatenate(rows))


def train_tagger(encoder: Encoder, sentences: Sequence[Sentence], labels: Sequence[Ints], repeats: Sequence[int]) -> Tagger:
    """A head of one hidden layer over the encoder's frozen vectors, and the labels' transitions as counted."""
    torch.manual_seed(0)
    vectors = encode_words(encoder, sentences)
    matrix, windows = _build_windows([some for some, times in zip(vectors, repeats, strict=True) for _ in range(times)])
    labels = [some for some, times in zip(labels, repeats, strict=True) for _ in range(times)]
    wanted = torch.from_numpy(np.concatenate(labels))
    head = torch.nn.Sequential(
        torch.nn.Linear(windows.shape[1] * matrix.shape[1], 128), torch.nn.ReLU(), torch.nn.Dropout(0.2), torch.nn.Linear(128, LABELS)
    )
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.01)
    for _ in range(EPOCHS):
        for some in torch.randperm(len(wanted)).split(BATCH):  # type: ignore[no-untyped-call]
            optimiser.zero_grad()
            torch.nn.functional.cross_entropy(head(matrix[windows[some]].flatten(1)), wanted[some]).backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    return Tagger(encoder, head.eval(), _count_moves(labels))


def _count_moves(labels: Sequence[Ints]) -> Floats:
    counts = np.full((LABELS, LABELS), 1e-3)
    for row in labels:
        np.add.at(counts, (row[:-1], row[1:]), 1)
    moves: Floats = (np.log(counts / counts.sum(1, keepdims=True)) - np.log(counts.sum(0) / counts.sum())).astype(np.float32)
    return moves


def tag_words(tagger: Tagger, sentences: Sequence[Sentence]) -> list[Floats]:
    """For each sentence the log-probabilities of the labels (n_words, 7)."""
    vectors = encode_words(tagger.encoder, sentences)
    matrix, windows = _build_windows(vectors)
    with torch.inference_mode():
        parts = [tagger.head(matrix[some].flatten(1)).log_softmax(1) for some in windows.split(4096)]  # type: ignore[no-untyped-call]
    return np.split(torch.cat(parts).numpy(), np.cumsum([len(some) for some in vectors])[:-1])


def decode_labels(scores: Floats, moves: Floats) -> Ints:
    """The most probable sequence of labels (Viterbi)."""
    best, back = scores[0], []
    for row in scores[1:]:
        paths = best[:, None] + moves
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    labels = [int(best.argmax())]
    for pointers in reversed(back):
        labels.append(int(pointers[labels[-1]]))
    return np.array(labels[::-1])
