import Synthesis

extension ThematicTree {
  /// The tree as one JSON object; see <doc:ShapesOfJSON>.
  ///
  /// - Returns: The text, which ends with a line feed.
  public func json() -> String {
    TableValue.record([
      ("title", .text(title)), ("question", .text(question)), ("round", .optional(round)),
      ("studies", studies.value), ("themes", .list(roots.map(value))),
      (
        "notPlaced",
        .list(notPlaced.map { .record([("id", .text($0.id)), ("name", .text($0.name))]) })
      ),
      ("leftOut", .list(leftOut.map(\.value))),
    ]).jsonText + "\n"
  }

  private func value(of node: Node) -> TableValue {
    var fields: [(String, TableValue)] = [
      ("id", .text(node.id)), ("name", .text(node.name)), ("level", .text(node.kind.rawValue)),
    ]
    if node.kind != .code { fields.append(("number", .text(node.number))) }
    fields += [
      ("lines", .integer(node.lines)), ("studies", .names(studies.names(at: node.studies))),
      ("of", .integer(studies.count)), ("alsoIn", .names(node.alsoIn)),
    ]
    if node.kind != .code {
      fields += [
        ("themes", .list(node.children.filter { $0.kind != .code }.map(value))),
        ("codes", .list(node.children.filter { $0.kind == .code }.map(value))),
      ]
    }
    return .record(fields)
  }
}

extension ThematicTree.Aside {
  fileprivate var value: TableValue {
    .record([("id", .text(id)), ("name", .text(name)), ("reason", .text(reason))])
  }
}

extension StudyNaming {
  /// The studies with their numbers and names.
  var value: TableValue {
    .list(
      items.map { item in
        .record([
          ("id", .text(item.id.description)), ("label", .text(item.label)),
          ("number", .integer(item.number)), ("name", .text(item.name)),
        ])
      })
  }
}
