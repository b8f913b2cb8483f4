"""Words, sentences and foldings of text, each with offsets back into the text they came from."""

from wirediff.text.fold import fold, fold_char, fold_name
from wirediff.text.sentences import Span, sentences
from wirediff.text.tokens import Token, TokenType, tokens, words

__all__ = ["Span", "Token", "TokenType", "fold", "fold_char", "fold_name", "sentences", "tokens", "words"]
