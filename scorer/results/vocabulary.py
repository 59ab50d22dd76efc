"""The words that text columns may hold, each with its meaning."""

from __future__ import annotations

STATUSES = {
    "scored": "there are scores",
    "empty": "the input holds no text",
    "not_english": "the text is in another language",
    "unreadable": "the input is no text in any known encoding, or cannot be opened",
    "too_large": "the input is larger than the limit",
    "error": "something else went wrong; the message says what",
}
VOICES = {
    "narrator": "the author speaks; no attribution covers the main clause",
    "quoted": "all but source and cue stands in quotation marks",
    "reported": "indirect speech with nothing, or at most three words, in quotation marks",
    "mixed": "attributed, partly in quotation marks",
}
STANCES = {
    "neutral": "the cue says nothing of the content (said, told)",
    "doubts": "the narrator keeps a distance (claimed, insisted, touted, so-called)",
    "endorses": "the cue presupposes the content (admitted, revealed, pointed out)",
    "denies": "the source denies the content (denied, rejected)",
}
TYPES = {
    "direct": "the words themselves, in quotation marks",
    "indirect": "the content without the words",
    "mixed": "indirect speech with quoted words in it",
}
ROLES = {
    "speaker": "the words are its own",
    "relay": "it passes on what somebody else said",
}
CATEGORIES = {
    "sourcing": "where a claim comes from and what stands behind it",
    "hedging": "how sure the text is",
    "stance": "what the narrator thinks of what is said",
    "persuasion": "techniques that persuade without argument",
    "style": "form that heightens the tone",
}
SOURCE_KINDS = {
    "government": "office-holders, ministries, embassies",
    "security_service": "intelligence and security services and their heads",
    "military": "armed forces, defence staffs, generals",
    "militant_group": "armed groups that are no state's army",
    "international_org": "organisations of states and their officials",
    "state_media": "outlets under state control",
    "public_media": "public broadcasters of democracies",
    "commercial_media": "privately owned outlets",
    "wire_agency": "news agencies that are not under state control",
    "party": "political parties and their speakers",
    "company": "businesses",
    "ngo": "non-governmental organisations",
    "academic": "universities, researchers, journals",
    "document": "a report, a court paper, a statement, a study",
    "person": "a named person of no office",
    "anonymous": "a source that is not named",
    "unknown": "a source of which nothing more is known",
}
