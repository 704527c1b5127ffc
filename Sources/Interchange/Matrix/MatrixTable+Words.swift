import Synthesis

extension MatrixTable {
  /// What stands above everything.
  var heading: String {
    let what = subject == .themes ? "Themes by studies" : "Codes by studies"
    return title.isEmpty ? what : "\(what): \(readable(title))"
  }

  /// What a row is called: “theme” or “code”.
  var rowWord: String { subject == .themes ? "theme" : "code" }

  /// The name of a row with its number, “pile 3 (no name yet)” where a theme's name waits.
  func name(of row: StudyMatrix.Row) -> String {
    guard !row.number.isEmpty else { return row.title }
    if row.title == "pile \(row.number)" { return row.title + " (no name yet)" }
    return "\(row.number) \(row.title)"
  }

  /// How many themes a theme stands under, as its number says.
  func depth(of row: StudyMatrix.Row) -> Int { row.number.count { $0 == "." } }

  /// In how many of the columns a row is present: “5/6”.
  func share(of row: Int) -> String {
    let share = matrix.share(of: row)
    return "\(share.studies)/\(share.of)"
  }

  /// For each column how many rows are present: “4/9”.
  var columnShares: [String] { matrix.rowsPresent.map { "\($0)/\(matrix.rows.count)" } }

  /// What stands above the figures over all columns; `nil` where the share says it already.
  var totalTitle: String? { matrix.kind == .present ? nil : "All" }

  /// What stands beside the figures of the columns.
  var marginTitle: String { subject == .themes ? "Themes present" : "Codes present" }

  /// What the figures mean and what they are counted over.
  func notes(naming: (String) -> String) -> [String] {
    var notes = [cellWords + " " + studyWords]
    if subject == .themes, matrix.kind == .lines {
      notes.append("A line may lie under several themes, so rows are not added up.")
    }
    if isLinked { notes.append("Linked studies count as one.") }
    if !leftOut.isEmpty {
      notes.append("Left out: \(studies.listed(leftOut.map(naming))).")
    }
    if let round {
      notes.append("The review as it stood at the round “\(naming(round))”.")
    }
    return notes
  }

  private var cellWords: String {
    switch matrix.kind {
    case .lines:
      "A cell is the number of distinct lines of the study under the \(rowWord)."
    case .coders: "A cell is the number of coders who put a line of the study there."
    case .codes: "A cell is the number of codes of the \(rowWord) that the study uses."
    case .quotations:
      "A cell is the number of quotations of the study kept as evidence for the \(rowWord)."
    case .present: "A cell is 1 where the study has a line under the \(rowWord), else 0."
    }
  }

  private var studyWords: String {
    let count = matrix.columns.count
    return "n/\(count): studies with a line under the \(rowWord), of the "
      + (count == 1 ? "1 that counts." : "\(count) that count.")
  }

  /// The largest figure of a cell: the one that is darkest.
  var largest: Int { matrix.cells.joined().max() ?? 0 }
}

/// The tints of cells, which stay apart in grey, with inks that are read on them (at least 5 : 1).
enum Shade {
  static let darkest = 5

  /// How dark a figure is, from 0 (nothing) to ``darkest``.
  static func of(_ figure: Int, largest: Int) -> Int {
    figure > 0 ? (figure * darkest + largest - 1) / largest : 0
  }
  static let fills = ["#ffffff", "#e9eef2", "#ccd6df", "#a3b4c4", "#4f6a86", "#22384f"]
  static let inks = ["#5d6873", "#111820", "#111820", "#111820", "#ffffff", "#ffffff"]
}
