/// Finds the right name that is nearest to a wrong one.
enum Spelling {
  /// The candidate with the fewest slips between it and `word`; the first of equals.
  ///
  /// - Returns: `nil` if none is near: more than a third of the word would have to change.
  /// - Complexity: O(*n* · *m*²) for *n* candidates of *m* characters; longer words have none.
  static func nearest(
    to word: String, among candidates: [String], within most: Int? = nil
  ) -> String? {
    guard word.count <= longestWord, !word.isEmpty else { return nil }
    let limit = most ?? max(1, (word.count + 1) / 3)
    let letters = Array(word)
    var best: (name: String, distance: Int)?
    for candidate in candidates where abs(candidate.count - letters.count) <= limit {
      let distance = slips(letters, Array(candidate))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour.
  static func slips(_ left: [Character], _ right: [Character]) -> Int {
    var older: [Int] = []
    var above = Array(0...right.count)
    for row in left.indices {
      var line = [row + 1]
      for column in right.indices {
        let change = above[column] + (left[row] == right[column] ? 0 : 1)
        var least = min(change, above[column + 1] + 1, line[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, older[column - 1] + 1)
        }
        line.append(least)
      }
      (older, above) = (above, line)
    }
    return above[right.count]
  }

  private static let longestWord = 40
}
