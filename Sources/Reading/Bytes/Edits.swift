/// The replacement of a range of bytes.
struct Edit: Equatable {
  /// What is replaced.
  var range: Range<Int>
  /// What stands there afterwards.
  var replacement: [UInt8] = []
}

/// Disjoint edits in order, applied together.
struct Edits {
  /// The edits, ordered and disjoint.
  let all: [Edit]
  /// For each edit, how many bytes the text has grown up to its end.
  private let growth: [Int]

  /// Takes edits that are ordered and disjoint.
  init(_ edits: [Edit]) {
    all = edits
    var total = 0
    growth = edits.map { edit in
      total += edit.replacement.count - edit.range.count
      return total
    }
  }

  /// The text after the edits.
  ///
  /// O(*n*).
  func applied(to text: [UInt8]) -> [UInt8] {
    guard !all.isEmpty else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + max(0, growth.last ?? 0))
    var position = 0
    for edit in all {
      result.append(contentsOf: text[position..<edit.range.lowerBound])
      result.append(contentsOf: edit.replacement)
      position = edit.range.upperBound
    }
    result.append(contentsOf: text[position...])
    return result
  }

  /// Where a position of the old text stands in the new one; inside an edit, the edit's end.
  func moved(_ position: Int) -> Int {
    let next = firstEndingAfter(position)
    let shift = next == 0 ? 0 : growth[next - 1]
    guard next < all.count, all[next].range.lowerBound < position else { return position + shift }
    return all[next].range.lowerBound + shift + all[next].replacement.count
  }

  /// Where a range of the old text stands in the new one.
  func moved(_ range: Range<Int>) -> Range<Int> {
    let start = moved(range.lowerBound)
    return start..<max(start, moved(range.upperBound))
  }

  private func firstEndingAfter(_ position: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
