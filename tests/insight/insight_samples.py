"""The sample stories, read, grouped and compared."""

from pathlib import Path

from wirediff import pipeline

SEEDS = Path(__file__).parents[2] / "seeds"
SETTINGS = pipeline.Settings()


class Samples:
    """Sample stories by the three digits of their names, all of them without any: documents, stories, comparisons."""

    def __init__(self, *numbers: str) -> None:
        paths = sorted(path for path in SEEDS.glob("*.txt") if not numbers or path.name[:3] in numbers)
        self.documents = pipeline.read_paths(paths, SETTINGS).documents
        self.stories = pipeline.find_stories(self.documents, SETTINGS)
        self.comparisons = pipeline.compare_stories(self.stories, SETTINGS)

    def text_at(self, path: str, paragraph: int, start: int, end: int) -> str:
        document = next(document for document in self.documents if document.path == path)
        return document.text_of(paragraph)[start:end]
