import ScreenCells
import Synthesis

/// How many codes or themes each further study brought, as a page over the matrix.
package struct SaturationChart: Sendable {
  /// The figures; `nil` before they were counted.
  package private(set) var saturation: Saturation?
  /// The study in focus.
  package internal(set) var cursor = 0
  /// The first study on screen.
  package internal(set) var left = 0

  /// Takes figures; the cursor stays on its study where that is still there.
  mutating func take(_ saturation: Saturation) {
    let label = focused?.label
    self.saturation = saturation
    move(to: label.flatMap { own in saturation.steps.firstIndex { $0.label == own } } ?? cursor)
  }

  /// The study in focus with its figures.
  package var focused: Saturation.Step? {
    guard let saturation, saturation.steps.indices.contains(cursor) else { return nil }
    return saturation.steps[cursor]
  }

  mutating func move(to index: Int) {
    cursor = max(0, min(index, (saturation?.steps.count ?? 1) - 1))
  }

  /// Brings the study in focus on screen.
  mutating func scroll(visible: Int) {
    left = MatrixDesk.stepped(
      left, to: cursor, count: saturation?.steps.count ?? 0, visible: visible)
  }

  /// “all 720 orders”.
  static func orders(_ saturation: Saturation) -> String {
    saturation.steps.count > 7
      ? "\(saturation.orders) orders drawn by lot"
      : "all \(State.count(saturation.orders, "order"))"
  }

  /// A mean with one digit behind the point.
  static func mean(_ step: Saturation.Step) -> String {
    let tenths = Int((step.mean * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// “12–29”.
  static func range(_ step: Saturation.Step) -> String {
    step.low == step.high ? String(step.low) : "\(step.low)–\(step.high)"
  }

  /// What the strip says: the figures of the study in focus in words.
  func strip(rows: MatrixDesk.Rows) -> (title: String, parts: [String]) {
    guard let saturation, let focused, let last = saturation.steps.last else {
      return ("new \(rows.rawValue) by study", ["no study counts"])
    }
    return (
      "\(focused.label), \(cursor + 1) of \(State.count(saturation.steps.count, "study", "studies"))",
      [
        "\(rows.words(focused.new)) new of \(focused.used) used there",
        "\(focused.total) so far of \(last.total)",
        "mean \(Self.mean(focused)), least \(focused.low), most \(focused.high)"
          + " over \(Self.orders(saturation))",
        saturation.order.words,
      ]
    )
  }
}

extension State {
  /// The saturation of the studies that count, in the order of the chart.
  func saturation(_ coded: CodedLines) -> Saturation {
    let own = studies.map(\.study)
    let sorted = Saturation.sorted(own, by: matrix.kept.chart, lines: coded)
    let columns = StudyMatrix.columns(
      of: sorted, without: matrix.filter.excluded(among: own), linked: matrix.kept.isLinked)
    // Linked studies stand for the first of them.
    let places = Dictionary(
      columns.flatMap { column in column.studies.map { ($0, column.studies[0]) } },
      uniquingKeysWith: { first, _ in first })
    let uses = saturationUses(coded).mapValues { Set($0.compactMap { places[$0] }) }
    return Saturation(
      order: matrix.kept.chart, studies: columns.map { (id: $0.studies[0], label: $0.label) },
      uses: uses)
  }

  private func saturationUses(_ coded: CodedLines) -> [EntityID: Set<EntityID>] {
    switch matrix.kept.rows {
    case .codes: coded.studiesOfCodes.filter { bank.codes[$0.key] != nil }
    case .themes:
      boards.board.map { Saturation.uses(ofThemesOn: $0, lines: coded) } ?? [:]
    }
  }
}
