/// The words by which studies name participants.
enum SpeakerWords {
  /// Nouns for people and groups, in small letters.
  private static let roles: Set<String> = [
    "participant", "patient", "interviewee", "respondent", "informant", "woman", "man", "female",
    "male", "girl", "boy", "mother", "father", "mum", "dad", "parent", "son", "daughter", "wife",
    "husband", "partner", "spouse", "sister", "brother", "grandmother", "grandfather", "carer",
    "caregiver", "nurse", "doctor", "physician", "gp", "clinician", "surgeon", "midwife",
    "therapist", "psychologist", "psychiatrist", "physiotherapist", "pharmacist", "counsellor",
    "counselor", "worker", "practitioner", "professional", "manager", "coordinator", "volunteer",
    "staff", "member", "student", "pupil", "teacher", "lecturer", "tutor", "principal", "user",
    "client", "consumer", "resident", "survivor", "donor", "recipient", "youth", "adolescent",
    "child", "adult", "interview", "group", "fg", "fgd", "id", "case", "peer", "prescriber",
    "subject", "speaker", "f", "m", "child's", "assistant", "officer", "coach", "trainee",
  ]

  /// Words that stand beside those nouns, in small letters.
  private static let company: Set<String> = [
    "of", "from", "in", "at", "with", "to", "and", "the", "a", "aged", "age", "years", "year",
    "yrs", "yr", "old", "months", "weeks", "after", "before", "site", "ward", "clinic", "practice",
    "service", "link", "focus", "health", "care", "social", "support", "community", "primary",
    "young", "younger", "older", "elderly", "middle-aged", "black", "white", "asian", "rural",
    "urban", "senior", "junior", "former", "first", "second", "third", "new", "single", "married",
    "retired", "employed", "general", "mental", "family", "no", "number", "key", "research",
    "home", "school", "two", "three", "four",
  ]

  /// Words that look like names and are none.
  private static let noNames: Set<String> = [
    "laughs", "laughing", "laughter", "pause", "pauses", "crying", "sic", "silence", "sighs",
    "figure", "fig", "table", "box", "appendix", "see", "emphasis", "ibid", "inaudible", "note",
  ]

  /// Whether a word may stand in the part of a note that names the speaker.
  static func allows(_ word: NoteWord) -> Bool {
    guard !noNames.contains(word.small) else { return false }
    return word.isCapital || word.isNumber || word.isCode || company.contains(word.small)
      || isRole(word) || isAge(word)
  }

  /// Whether a part of a note names a participant by role, code or age.
  static func names(_ part: [NoteWord]) -> Bool {
    part.allSatisfy(allows)
      && part.contains { word in
        word.isCode || word.isNumber && word.digits == 2 || isRole(word) || isAge(word)
      }
  }

  /// Whether the words are a person's name: one to three words, all with a capital.
  static func isName(_ words: [NoteWord]) -> Bool {
    (1...3).contains(words.count)
      && words.allSatisfy { word in
        word.isCapital && !word.hasDigit && !noNames.contains(word.small)
          && !Words.starters.contains(word.small)
      }
  }

  /// Whether a word is a noun for a person or a group.
  static func isRole(_ small: String) -> Bool {
    if roles.contains(small) { return true }
    guard small.utf8.contains(0x2D) else { return false }
    return small.split(separator: "-").contains { roles.contains(String($0)) }
  }

  private static func isRole(_ word: NoteWord) -> Bool { isRole(word.small) }

  private static func isAge(_ word: NoteWord) -> Bool {
    word.digits > 0 && (word.small.hasSuffix("-year-old") || word.small.hasSuffix("yo"))
  }
}
