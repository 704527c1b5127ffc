import Synthesis

/// What a list says of a code; those with most lines come first, then it goes by name.
package struct CodeRow: Hashable, Comparable, Sendable {
  package let id: EntityID
  package let name: String
  package let lines: Int
  package let studies: Int

  init(_ row: BankCode) {
    (id, name, lines, studies) = (row.code.id, row.code.name, row.lines, row.studies)
  }

  package static func < (left: CodeRow, right: CodeRow) -> Bool {
    if left.lines != right.lines { return left.lines > right.lines }
    return (left.name, left.id) < (right.name, right.id)
  }
}
