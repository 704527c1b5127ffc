/// Guesses a study's label from its file's name.
enum StudyLabel {
  /// `Hollis 2019` for `hollis-2019.txt`, or `nil` where the name has no words and a year.
  static func label(for source: SourceText) -> String? {
    let words = source.stem.split { " -_.,()".contains($0) }.map(String.init)
    guard let year = words.firstIndex(where: isYear) else { return nil }
    let names = words[..<year].isEmpty ? words[(year + 1)...] : words[..<year]
    guard !names.isEmpty, names.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    return (names.map(capitalised) + [words[year]]).joined(separator: " ")
  }

  /// Whether a word is a year from 1900 to 2099, with or without a letter after it.
  private static func isYear(_ word: String) -> Bool {
    let digits = word.prefix(4)
    guard digits.count == 4, let year = Int(digits), (1900...2099).contains(year) else {
      return false
    }
    return word.count == 4 || word.count == 5 && word.last?.isLetter == true
  }

  private static func capitalised(_ word: String) -> String {
    if ["and", "et", "al", "de", "van", "von", "der", "den"].contains(word) { return word }
    return word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension SourceText {
  /// The title of a text that has none: its file's name without the ending.
  var titleFromName: String { stem.isEmpty || stem == "-" ? "Untitled" : stem }
}
