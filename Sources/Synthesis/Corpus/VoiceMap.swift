/// Whose words each stretch of a document is, after guesses and people's corrections.
///
/// Where roles overlap, a confirmed one covers a guess and a later one an earlier; what no role
/// covers is the authors'.
struct VoiceMap {
  private struct Stretch {
    var passage: Passage
    var role: Role
  }

  private let stretches: [Stretch]
  private let confirmedAuthor: [Passage]

  /// Lays roles over each other.
  init(_ roles: [(role: Role, writer: Writer)]) {
    let ordered = roles.sorted { left, right in
      left.role.isConfirmed == right.role.isConfirmed
        ? left.writer.precedes(right.writer) : !left.role.isConfirmed
    }
    let stretches = Self.layered(ordered.map(\.role)).sorted { $0.passage < $1.passage }
    self.stretches = stretches.filter { $0.role.voice == .participant }
    confirmedAuthor = stretches.filter { $0.role.voice == .author && $0.role.isConfirmed }
      .map(\.passage)
  }

  /// The stretches of participants' words, in order.
  var participants: [Passage] { stretches.map(\.passage) }

  /// Whose words a line is, whether a person said so, and who speaks.
  func role(of line: Passage, in text: FrozenText) -> (LineRole, Bool, String) {
    let first = stretches.partitioningIndex { $0.passage.end > line.start }
    let meeting = stretches[first...].prefix { $0.passage.start < line.end }
    guard !meeting.isEmpty else {
      return (.author, confirmedAuthor.contains { $0.meets(line) }, "")
    }
    let confirmed = meeting.allSatisfy(\.role.isConfirmed)
    let speaker = meeting.first { !$0.role.speaker.isEmpty }?.role.speaker ?? ""
    let isWhole = gaps(in: line, between: meeting.map(\.passage)).allSatisfy { text.hasNoWords($0) }
    return (isWhole ? .participant : .mixed, confirmed, speaker)
  }

  private func gaps(in line: Passage, between passages: [Passage]) -> [Passage] {
    var position = line.start
    var gaps: [Passage] = []
    for passage in passages {
      if passage.start > position { gaps.append(Passage(start: position, end: passage.start)) }
      position = max(position, passage.end)
    }
    if position < line.end { gaps.append(Passage(start: position, end: line.end)) }
    return gaps
  }

  /// Lays each role over those before it; where none overlap there is nothing to cut.
  private static func layered(_ roles: [Role]) -> [Stretch] {
    let sorted = roles.map(\.passage).sorted()
    let whole = roles.map { Stretch(passage: $0.passage, role: $0) }
    if zip(sorted, sorted.dropFirst()).allSatisfy({ $0.end <= $1.start }) { return whole }
    return whole.reduce(into: [Stretch]()) { stretches, top in
      stretches = stretches.flatMap { cut(top.passage, outOf: $0) }
      stretches.append(top)
    }
  }

  private static func cut(_ hole: Passage, outOf stretch: Stretch) -> [Stretch] {
    guard stretch.passage.meets(hole) else { return [stretch] }
    return [
      Passage(start: stretch.passage.start, end: hole.start),
      Passage(start: hole.end, end: stretch.passage.end),
    ].filter { !$0.isEmpty }.map { Stretch(passage: $0, role: stretch.role) }
  }
}

extension FrozenText {
  /// Whether a passage holds neither letters nor digits.
  func hasNoWords(_ passage: Passage) -> Bool {
    string(passage).unicodeScalars.allSatisfy {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
  }
}
