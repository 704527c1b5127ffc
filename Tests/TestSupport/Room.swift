import Synthesis

/// Two coders at work on a review in memory, in words that read like their acts.
package struct Room {
  /// The review.
  package var review: MemoryReview
  /// Where identities and times come from.
  package let origin: FixedOrigin
  /// The coder who made the review.
  package let ada: EntityID
  /// The other coder.
  package let ben: EntityID
  /// The documents, in the order in which Ada brought them in.
  package private(set) var documents: [EntityID] = []

  /// Makes a review of Ada's and Ben's with a document for each marked text, each of a study of
  /// its own.
  package init(
    _ texts: String..., rule: QuotationRule = .evidence, origin: FixedOrigin = FixedOrigin()
  ) throws {
    self.origin = origin
    let id = origin.identity()
    (ada, ben) = (origin.identity(), origin.identity())
    review = MemoryReview(id)
    let act = Act.newReview(
      id, title: "Waiting", question: "", rule: rule, unit: .sentence,
      coders: [(ada, "Ada Moss"), (ben, "Ben Hale")])
    review.append(act, as: ada, id: origin.identity(), at: origin.now())
    for (index, text) in texts.enumerated() {
      try importText(text, study: .new(label: "Study \(index + 1)"))
    }
  }

  /// Brings a document in.
  @discardableResult
  package mutating func importText(
    _ marked: String, study: DocumentImport.StudyChoice
  ) throws -> EntityID? {
    let action = try act(ada, .importDocument(Texts.document(marked, study: study)))
    let made = action?.changes.first { $0.kind == Document.kind }?.entity
    documents += [made].compactMap(\.self)
    return made
  }

  /// Does what an intent says.
  @discardableResult
  package mutating func act(_ coder: EntityID, _ intent: Intent) throws -> Action? {
    try review.perform(intent, as: coder, origin: origin)
  }

  /// Puts a code on a line.
  @discardableResult
  package mutating func code(
    _ coder: EntityID, _ name: String, _ line: Int, of document: Int = 0
  ) throws -> Action? {
    try act(coder, .apply([.named(name)], at: place(line, of: document)))
  }

  /// A line, numbered from 0 in its document.
  package func place(_ line: Int, of document: Int = 0) throws -> Place {
    Place(
      documents[document], try review.lines(of: documents[document]).lines[line].passage)
  }

  /// Where words stand in a document.
  package func place(of words: String, in document: Int = 0) throws -> Place {
    let text = Array(
      String(decoding: try review.lines(of: documents[document]).text.bytes, as: UTF8.self)
        .unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    let start =
      (0...(text.count - wanted.count)).first { text[$0...].starts(with: wanted) } ?? text.count
    return Place(documents[document], Passage(start: start, end: start + wanted.count))
  }

  /// The one live code of a name.
  package func code(_ name: String) throws -> EntityID {
    try review.codes(named: name).first ?? review.id
  }

  /// The words of each line of a document.
  package func words(of document: Int = 0) throws -> [String] {
    let table = try review.lines(of: documents[document])
    return table.lines.map { table.text.words($0.passage) }
  }

  /// How many of each coder's codable lines are open, coded or set aside.
  package func coverage(_ coder: EntityID, of document: Int = 0) throws -> Coverage {
    try review.coverage(of: documents[document])[coder] ?? Coverage()
  }
}

extension RandomNumberGenerator {
  /// A random order of things.
  package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    elements.shuffled(using: &self)
  }

  /// One of several things.
  package mutating func one<Element>(of elements: [Element]) -> Element? {
    elements.randomElement(using: &self)
  }
}

/// Every way of putting two lists into one without changing the order of either.
package func interleavings<Element>(_ left: [Element], _ right: [Element]) -> [[Element]] {
  guard let first = left.first else { return [right] }
  guard let other = right.first else { return [left] }
  return interleavings(Array(left.dropFirst()), right).map { [first] + $0 }
    + interleavings(left, Array(right.dropFirst())).map { [other] + $0 }
}

/// Every order of a list.
package func orders<Element>(_ elements: [Element]) -> [[Element]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index in
    var rest = elements
    let chosen = rest.remove(at: index)
    return orders(rest).map { [chosen] + $0 }
  }
}
