import ReviewFile
import Synthesis
import TestSupport

/// Makes a large review quickly: what many coders would have done, without asking a rule each time.
struct Filling {
  private static let documents = 100
  private static let lines = 120
  private static let codes = 400

  private let origin = FixedOrigin()
  private let coders: [(id: EntityID, name: String)]
  private var memory: MemoryReview
  private var places: [Place] = []

  init(coders names: [String]) {
    let origin = origin
    memory = MemoryReview(origin.identity())
    coders = zip(names.map { _ in origin.identity() }.sorted(), names).map { (id: $0, name: $1) }
  }

  /// Makes the review, with so many codings.
  func write(to path: String, codings: Int) throws {
    var filling = self
    try ReviewFile.createFilled(at: path, review: memory.id) { log in
      try filling.fill(&log, codings)
    }
  }

  private mutating func fill(_ log: inout BulkLog, _ codings: Int) throws {
    try append(
      .newReview(
        memory.id, title: "Large", question: "", rule: .evidence, unit: .sentence, coders: coders),
      by: 0, to: &log)
    for number in 0..<Self.documents { try addDocument(number, to: &log) }
    let codes = (0..<Self.codes).map { _ in origin.identity() }
    for (number, code) in codes.enumerated() {
      let fields: [String: FieldValue] = [
        "name": .text("code \(number)"), "madeIn": .entity(places[0].document),
        "madeAt": .number(places[0].passage.start),
      ]
      try log.append(
        Act(.code, [Change(kind: Code.kind, entity: code, fields: fields)]),
        id: origin.identity(), at: origin.now(), coder: coders[0].id)
    }
    for number in 0..<codings {
      let (place, round) = (places[number % places.count], number / places.count)
      // Each coder comes to each code in turn, and no coding is made twice.
      let coder = coders[round % coders.count].id
      let code = codes[(number + round / coders.count * 7) % codes.count]
      let coding = Self.coding(code, at: place, by: coder)
      try log.append(
        Act(.code, [coding]), id: origin.identity(), at: origin.now(), coder: coder)
    }
  }

  private mutating func addDocument(_ number: Int, to log: inout BulkLog) throws {
    let sentences = (0..<Self.lines).map { "Nobody rang in month \(number) about letter \($0)." }
    let text = "# Findings\n" + sentences.joined(separator: " | ")
    let document = Texts.document(text, study: .new(label: "Study \(number)"))
    let act = try Rules(review: memory, coder: coders[0].id, origin: origin)
      .act(for: .importDocument(document))
    try append(act, by: 0, to: &log)
    guard let id = act.changes.first(where: { $0.kind == Document.kind })?.entity else { return }
    places += document.lines.dropFirst().map { Place(id, $0) }
  }

  private mutating func append(_ act: Act, by coder: Int, to log: inout BulkLog) throws {
    let (id, at) = (origin.identity(), origin.now())
    try log.append(act, id: id, at: at, coder: coders[coder].id)
    memory.append(act, as: coders[coder].id, id: id, at: at)
  }

  private static func coding(_ code: EntityID, at place: Place, by coder: EntityID) -> Change {
    let own = Coding(document: place.document, passage: place.passage, code: code, coder: coder)
    return Change(
      kind: Coding.kind, entity: own.id,
      fields: [
        "document": .entity(place.document), "start": .number(place.passage.start),
        "end": .number(place.passage.end), "code": .entity(code), "coder": .entity(coder),
        "on": .flag(true),
      ])
  }
}
