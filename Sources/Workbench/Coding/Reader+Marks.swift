import Synthesis

/// A code beside a line.
package struct Mark: Hashable, Sendable {
  /// The code.
  package let code: EntityID
  /// Who put it there.
  package let coder: EntityID
  /// The coding.
  package let coding: EntityID
  /// Whether the coding is of a part of the line or of more than it.
  package let isPart: Bool
  /// Whether the coding has a memo.
  package let hasMemo: Bool
}

extension Reader {
  /// The codes beside a line: mine first, in the order in which they were put there; others' where
  /// they are shown.
  package func marks(of index: Int) -> [Mark] {
    let touching = codingsTouching[index]
    guard !touching.isEmpty else { return [] }
    let passage = lines[index].line.passage
    // Not the whole page of the document: to copy it for each line took a tenth of a screen's time.
    let document = lines[index].page
    let codings = page.documents[document].codings
    var seen = Array(
      touching.lazy.map { codings[$0] }
        .filter { ($0.coder == me || showsAll) && $0.passage.meets(passage) })
    if seen.count > 1 {
      // The sort is stable: what was put there at one moment keeps its order.
      let times = page.documents[document].times
      seen = seen.map { (coding: $0, isMine: $0.coder == me, at: times[$0.id] ?? 0) }
        .sorted { $0.isMine == $1.isMine ? $0.at < $1.at : $0.isMine }.map(\.coding)
    }
    var marks: [Mark] = []
    for coding in seen
    where !marks.contains(where: { $0.code == coding.code && $0.coder == coding.coder }) {
      marks.append(
        Mark(
          code: coding.code, coder: coding.coder, coding: coding.id,
          isPart: coding.passage != passage, hasMemo: !coding.memo.isEmpty))
    }
    return marks
  }

  /// My codings that meet a passage, in the order of its document's.
  func ownCodings(meeting place: Place) -> [Coding] {
    guard let index = page.documents.firstIndex(where: { $0.table.document.id == place.document })
    else { return [] }
    let before = page.linesBefore(index)
    let touching = page.documents[index].table.indices(touchedBy: place.passage).lazy
      .flatMap { codingsTouching[before + $0] }
    return Set(touching).sorted().lazy.map { page.documents[index].codings[$0] }
      .filter { $0.coder == me && $0.passage.meets(place.passage) }
  }

  /// My codes on just this passage.
  func codes(on place: Place) -> Set<EntityID> {
    Set(ownCodings(meeting: place).lazy.filter { $0.passage == place.passage }.map(\.code))
  }

  /// The code beside the line that the cursor is on, if it is on one.
  package var focusedMark: Mark? {
    guard let focus, let mark, case let own = marks(of: focus), own.indices.contains(mark) else {
      return nil
    }
    return own[mark]
  }

  /// The coding of a mark.
  package func coding(_ mark: Mark) -> Coding? {
    page.documents.lazy.flatMap(\.codings).first { $0.id == mark.coding }
  }

  /// My reason for setting a line aside.
  package func reason(of index: Int) -> String? {
    let line = lines[index]
    return page.documents[line.page].setAsides.first {
      $0.coder == me && $0.passage.meets(line.line.passage)
    }?.reason
  }

  /// What a line's words are evidence for and against.
  package func ties(of index: Int) -> [Evidence] {
    let line = lines[index]
    return page.documents[line.page].evidence.filter {
      $0.passage.meets(line.line.passage) && ($0.coder == me || showsAll)
    }
  }

  /// What a line's words are evidence for and against: each once, however many passages say so.
  package func tied(_ index: Int) -> [(target: EntityID, isAgainst: Bool)] {
    ties(of: index).reduce(into: []) { tied, tie in
      guard !tied.contains(where: { $0 == (tie.target, tie.isAgainst) }) else { return }
      tied.append((tie.target, tie.isAgainst))
    }
  }

  /// My memo on a line.
  package func memo(of index: Int) -> Memo? {
    let line = lines[index]
    return page.documents[line.page].memos.first {
      $0.coder == me && $0.passage == line.line.passage
    }
  }

  /// The codes beside the lines on a screen of some rows, and a screen before and after it.
  package func codes(within rows: Int) -> Set<EntityID> {
    let first = layout.stop(atRow: max(0, top - rows))
    let last = layout.stop(atRow: top + 2 * rows)
    let shown = stops[first..<min(stops.count, last + 1)]
    return shown.reduce(into: []) { codes, stop in
      guard case .line(let line) = stop else { return }
      codes.formUnion(marks(of: line).map(\.code))
    }
  }

  /// “Findings 3/6”, what stands for the heading of a line's section where headings are hidden.
  ///
  /// `nil` where the section is not findings.
  package func placeOfSection(_ index: Int) -> String? {
    guard let own = section(of: index), own.isEligible else { return nil }
    let findings = page.documents[lines[index].page].table.sections.filter(\.isEligible)
    guard let place = findings.firstIndex(where: { $0.id == own.id }) else { return nil }
    return "Findings \(place + 1)/\(findings.count)"
  }

  /// The section of a line.
  package func section(of index: Int) -> Section? {
    let line = lines[index]
    return line.line.section.map { page.documents[line.page].table.sections[$0] }
  }
}
