"""Words, sentences, figures, dates and quotations of text, each with offsets back into the text they came from."""

from wirediff.text.counting import word_count
from wirediff.text.dates import DateMention, dates, same_day
from wirediff.text.fold import fold, fold_char, fold_name
from wirediff.text.quantities import Quantity, quantities, same_value
from wirediff.text.quotes import Quotation, quotations
from wirediff.text.sentences import Span, sentences
from wirediff.text.tokens import Token, TokenType, paired, tokens, words

__all__ = [
    "DateMention",
    "Quantity",
    "Quotation",
    "Span",
    "Token",
    "TokenType",
    "dates",
    "fold",
    "fold_char",
    "fold_name",
    "paired",
    "quantities",
    "quotations",
    "same_day",
    "same_value",
    "sentences",
    "tokens",
    "word_count",
    "words",
]
