"""How alike two names sound, from their folded letters."""


def sounds_alike(a: str, b: str) -> bool:
    """One sound key (double metaphone's first code), or few letters apart with the same consonants.

    A key alone only proposes (Karabla and Karbala share one): the letters must be close too, their consonants must
    come in the same order, and an adjective of a name (Iraq, Iraqi) is another word.
    """
    from jellyfish import metaphone
    from rapidfuzz.distance import Levenshtein

    if min(len(a), len(b)) < 3 or adjective_of(a, b):
        return False
    likeness = Levenshtein.normalized_similarity(a, b)
    if _consonants(a) == _consonants(b):
        return likeness >= 0.5
    return likeness >= 0.6 and metaphone(a) == metaphone(b) and sorted(_consonants(a)) == sorted(_consonants(b))


def _consonants(word: str) -> str:
    """The word's consonants, each run of one letter once: what romanisations of one name keep."""
    kept: list[str] = []
    for char in word:
        if char in "aeiouyh'":
            continue
        char = {"q": "k", "c": "k", "z": "s", "v": "w"}.get(char, char)
        if not kept or kept[-1] != char:
            kept.append(char)
    return "".join(kept)


def adjective_of(a: str, b: str) -> bool:
    """True where one folded word is the other with an ending of nationality or number: Iraq and Iraqi."""
    shorter, longer = sorted((a, b), key=len)
    ending = longer[len(shorter) :]
    return longer.startswith(shorter) and ending in {"i", "n", "an", "ian", "ish", "ese", "s", "is", "ans", "ians", "y"}
