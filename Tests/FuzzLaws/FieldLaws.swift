import Synthesis

/// Laws of the fields of changes as they stand on disk.
///
/// The input's lines are, by turns, the fields of a change and what they replaced.
package enum FieldLaws {
  static func flaws(_ input: [UInt8]) -> [String] {
    let pieces = input.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    var changes: [Change] = []
    var flaws: [String] = []
    for (index, piece) in pieces.enumerated() {
      flaws += spellingFlaws(piece)
      let over = index + 1 < pieces.count ? pieces[index + 1] : []
      let kind = Kinds.all[index % Kinds.all.count].kind
      let stored = StoredChange(kind: kind.name, entity: id(1), fields: piece, over: over)
      if let change = try? stored.change() { changes.append(change) }
    }
    return flaws + changes.flatMap(changeFlaws) + foldFlaws(changes) + lineFlaws(changes)
  }

  private static func id(_ number: UInt64) -> EntityID { EntityID(high: 1, low: number) }

  /// What decodes is what would have been written; what does not is refused at a place in it.
  private static func spellingFlaws(_ bytes: [UInt8]) -> [String] {
    do throws(CanonicalJSON.Malformed) {
      let fields = try CanonicalJSON.decode(bytes)
      return CanonicalJSON.encode(fields) == bytes ? [] : ["fields have two spellings"]
    } catch {
      return (0...bytes.count).contains(error.offset)
        ? [] : ["fields are malformed at \(error.offset) of \(bytes.count)"]
    }
  }

  private static func changeFlaws(_ change: Change) -> [String] {
    let again = try? StoredChange(change).change()
    return again == change ? [] : ["a change is another after writing and reading"]
  }

  private static func folded(_ changes: [Change], as kind: Kind) -> Folded? {
    let logged = changes.enumerated().map { place, change in
      let writer = Writer(
        stamp: Stamp(Int64(place)), action: id(UInt64(place)), coder: id(2), at: Int64(place))
      return LoggedChange(
        Change(kind: kind, entity: change.entity, fields: change.fields, over: change.over),
        by: writer)
    }
    return Folded.fold(logged) { _ in nil }
  }

  /// A fold does not depend on the order of arrival, and any kind can be made of any fields.
  private static func foldFlaws(_ changes: [Change]) -> [String] {
    for type in Kinds.all {
      guard let folded = folded(changes, as: type.kind) else { return [] }
      _ = folded.isOn
      _ = Liveness.links(of: folded)
      _ = type.identity(of: folded.fields.values)
      _ = UndoMark.undoing(folded)
      let fields = folded.fields
      _ = Placement(id: id(3), folded: folded)
      _ = LeftOut(id: id(3), fields: fields)
      _ = Arrangement(id: id(3), fields: fields)
      _ = ThemeAgreement(id: id(3), folded: folded)
      _ = ThreadComment(id: id(3), folded: folded)
      _ = Memo(id: id(3), fields: fields)
      _ = Coding(id: id(3), fields: fields)
      _ = Evidence(id: id(3), fields: fields)
      _ = SetAside(id: id(3), fields: fields)
      _ = Code(id: id(3), fields: fields)
    }
    return []
  }

  /// Lines can be derived from any fields of documents, sections and roles.
  private static func lineFlaws(_ changes: [Change]) -> [String] {
    let words = "Mothers waited.\n\nNobody asked “them” \u{1F600} e\u{301}t\u{6F22}. So it went on."
    let text = FrozenText(Array(words.utf8))
    var fields: [String: FieldValue] = ["study": .entity(id(4)), "document": .entity(id(5))]
    for change in changes { fields.merge(change.fields) { _, last in last } }
    let each = changes.map { Fields($0.fields.merging(fields) { own, _ in own }) }
    guard let document = Document(id: id(5), fields: Fields(fields)) else {
      fields["study"] = .entity(id(4))
      return []
    }
    let writer = Writer(stamp: Stamp(1), action: id(6), coder: id(2), at: 0)
    let roles = each.compactMap { Role(id: id(7), fields: $0) }.map { (role: $0, writer: writer) }
    var cuts: [Int: Bool] = [:]
    for fields in each { cuts[fields.number("position")] = fields.flag("cut") }
    let table = LineTable(
      document: document, text: text, cuts: cuts,
      sections: each.compactMap { Section(id: id(8), fields: $0) }, roles: roles)
    for fields in each {
      _ = table.indices(meeting: fields.passage)
      _ = table.indices(touchedBy: fields.passage)
      _ = text.words(fields.passage)
      _ = text.isBlank(fields.passage)
    }
    return []
  }
}
