import Interchange
import Synthesis

/// A matrix of the sample's studies: the code `n` bears lines as the figures of its row say.
func sampleMatrix(
  _ kind: StudyMatrix.Cells = .lines, _ style: StudyNaming.Style? = nil,
  subject: MatrixTable.Subject = .themes
) -> MatrixTable {
  let rows: [(number: String, title: String, figures: [Int])] = [
    ("1", "Care fitted to the person is the treatment", [9, 3, 21, 0, 5, 1]),
    ("1.1", "<b>Referrals</b> | that \"fit\" & last", [0, 3, 0, 0, 0, 0]),
    ("2", "=cmd|'/c calc'!A1", [1, 1, 1, 1, 1, 1]), ("3", "pile 3", [0, 0, 0, 0, 0, 0]),
  ]
  let naming = sampleStudies(style)
  return MatrixTable(
    title: "Staying with a link worker", round: "round 2", subject: subject,
    matrix: matrix(
      rows.map { (subject == .themes ? $0.number : "", $0.title, $0.figures) }, kind, naming),
    studies: naming, leftOut: ["Fir 2011"], isLinked: false)
}

/// A matrix in which each row has a code of its own, on as many lines of a study as its figure.
func matrix(
  _ rows: [(number: String, title: String, figures: [Int])], _ kind: StudyMatrix.Cells,
  _ naming: StudyNaming
) -> StudyMatrix {
  var lines = CodedLines()
  let coder = EntityID(high: 9, low: 9)
  func code(_ row: Int) -> EntityID { EntityID(high: 0xC0DE, low: UInt64(row)) }
  for (column, item) in naming.items.enumerated() {
    let uses = rows.enumerated().flatMap { row, values in
      (0..<values.figures[column]).map {
        CodedLines.Use(code: code(row), line: $0, coders: [coder])
      }
    }
    lines.replace(item.id, of: item.id, uses: uses)
  }
  return StudyMatrix(
    rows: rows.enumerated().map {
      StudyMatrix.Row(
        id: code($0), title: $1.title, number: $1.number, codes: [code($0)],
        targets: [code($0)])
    },
    columns: naming.items.map { StudyMatrix.Column(label: $0.name, studies: [$0.id]) },
    kind: kind, lines: lines)
}

/// A matrix with long names and so many studies.
func largeMatrix(studies count: Int) -> MatrixTable {
  let naming = StudyNaming(
    (1...count).map {
      (study(UInt64($0)), longName("Study \($0) of many ", $0 == 3 ? 120 : 30), "")
    }
  )
  let rows = (1...24).map { row in
    (
      number: row % 3 == 1 ? "\(row)" : "\(row).1",
      title: longName("Theme \(row) what people say when nobody has asked ", 120),
      figures: (0..<count).map { ($0 * 7 + row * 5) % 11 == 0 ? 0 : ($0 * row) % 140 }
    )
  }
  return MatrixTable(
    title: longName("A review ", 120), subject: .themes, matrix: matrix(rows, .lines, naming),
    studies: naming)
}

/// A curve over the sample's studies.
func sampleCurve(_ style: StudyNaming.Style? = nil) -> SaturationCurve {
  let naming = sampleStudies(style)
  let uses: [[Int]] = [
    [0, 1, 2], [0], [1, 4], [1], [2], [2, 3], [0, 5], [4], [0, 1, 2, 3, 4, 5],
  ]
  return curve(uses, naming, order: .coded)
}

/// A curve of things that are used in studies by place.
func curve(_ uses: [[Int]], _ naming: StudyNaming, order: Saturation.Order) -> SaturationCurve {
  SaturationCurve(
    title: "Staying with a link worker", round: "round 2", subject: .codes,
    saturation: Saturation(
      order: order, studies: naming.items.map { ($0.id, $0.name) },
      uses: Dictionary(
        uniqueKeysWithValues: uses.enumerated().map { index, places in
          (EntityID(high: 0xC0DE, low: UInt64(index)), Set(places.map { naming.items[$0].id }))
        })), studies: naming)
}
