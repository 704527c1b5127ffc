/// The word lists of the segmenter.
enum Words {
  /// Abbreviations that never end a sentence.
  static let neverEnding: Set<String> = [
    "e.g", "eg", "i.e", "ie", "cf", "vs", "v", "viz", "dr", "mr", "mrs", "ms", "mx", "prof", "st",
    "approx", "ca", "c", "fig", "figs", "eds", "resp", "esp", "incl", "sr", "rev", "hon",
  ]

  /// Abbreviations that end no sentence before a number.
  static let beforeNumbers: Set<String> = [
    "no", "nos", "p", "pp", "vol", "vols", "ch", "chap", "sec", "eq", "ref", "refs", "app", "tab",
    "para", "paras", "n", "art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec",
  ]

  /// Abbreviations that end a sentence only before a word that likes to begin one.
  static let rarelyEnding: Set<String> = [
    "u.k", "u.s", "u.s.a", "e.u", "a.m", "p.m", "ph.d", "m.d", "inc", "ltd", "co", "corp", "jr",
    "dept", "univ", "ed",
  ]

  /// Words that like to begin a sentence, in small letters.
  static let starters: Set<String> = [
    "a", "all", "although", "an", "and", "another", "as", "at", "both", "but", "by", "despite",
    "each", "even", "few", "finally", "first", "for", "from", "further", "furthermore", "he",
    "her", "here", "his", "how", "however", "i", "if", "in", "it", "its", "many", "more", "most",
    "my", "no", "not", "of", "on", "one", "only", "or", "other", "others", "our", "overall",
    "participants", "patients", "people", "second", "several", "she", "similarly", "since", "so",
    "some", "that", "the", "their", "then", "there", "these", "they", "this", "those", "through",
    "thus", "to", "two", "under", "we", "what", "when", "where", "while", "who", "why", "with",
    "within", "without", "women", "yes", "yet", "you",
  ]

  /// The words that a first person says of herself or himself, in small letters.
  static let firstPerson: Set<String> = [
    "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
  ]
}
