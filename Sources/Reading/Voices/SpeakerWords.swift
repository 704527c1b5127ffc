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
  static func allows(_ word: Substring) -> Bool {
    let small = word.lowercased()
    guard !noNames.contains(small.trimmingMarks) else { return false }
    return isRole(small) || company.contains(small) || isCode(word) || isAge(word)
      || word.allSatisfy(\.isNumber) || word.first?.isUppercase == true
  }

  /// Whether a part of a note names a participant by role, code or age.
  static func names(_ part: [Substring]) -> Bool {
    part.allSatisfy(allows)
      && part.contains { isRole($0.lowercased()) || isCode($0) || isAge($0) || isTwoDigits($0) }
  }

  /// Whether the words are a person's name: one to three words, all with a capital.
  static func isName(_ words: [Substring]) -> Bool {
    (1...3).contains(words.count)
      && words.allSatisfy { word in
        word.first?.isUppercase == true && !word.contains(where: \.isNumber)
          && !noNames.contains(word.lowercased().trimmingMarks)
          && !Words.starters.contains(word.lowercased())
      }
  }

  /// Whether a word is a participant's code: one to four letters and digits, such as `P12`, `SU-04`.
  static func isCode(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isASCII && $0.isLetter }
    let digits = word.dropFirst(letters.count).drop { "-_#".contains($0) }
    guard (1...4).contains(letters.count), letters.contains(where: \.isUppercase) || letters == "p"
    else { return false }
    let number = digits.prefix { $0.isASCII && $0.isNumber }
    let rest = digits.dropFirst(number.count)
    return (1...4).contains(number.count) && rest.count <= 3
      && !["Fig", "Tab", "p."].contains(letters)
  }

  private static func isRole(_ small: String) -> Bool {
    let bare = small.trimmingMarks
    return roles.contains(bare)
      || bare.split(separator: "-").contains { roles.contains(String($0)) }
  }

  private static func isAge(_ word: Substring) -> Bool {
    word.hasSuffix("-year-old") || word.hasSuffix("yo") && word.first?.isNumber == true
  }

  private static func isTwoDigits(_ word: Substring) -> Bool {
    word.count == 2 && word.allSatisfy { $0.isASCII && $0.isNumber }
  }
}

extension String {
  /// The word without full stops and number signs at its edges.
  fileprivate var trimmingMarks: String {
    split { $0 == "." || $0 == "#" || $0 == "(" || $0 == ")" }.joined()
  }
}
