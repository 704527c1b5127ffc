import Interchange
import ReviewFile
import Synthesis

extension MatrixTable {
  /// The themes or codes of a review by its studies.
  ///
  /// - Parameters:
  ///   - reading: The review.
  ///   - subject: What the rows are.
  ///   - cells: What a cell says.
  ///   - excluded: The studies that do not count.
  ///   - isLinked: Whether linked studies count as one.
  /// - Throws: What the file throws.
  init(
    of reading: ExportReading, _ subject: Subject, cells: StudyMatrix.Cells,
    without excluded: Set<EntityID>, linked isLinked: Bool
  ) throws {
    let rows =
      subject == .themes
      ? StudyMatrix.rows(of: reading.board)
      : StudyMatrix.rows(of: reading.reading.bank.map(\.code))
    let columns = StudyMatrix.columns(
      of: reading.studies, without: excluded, linked: isLinked)
    self.init(
      title: reading.review.title, round: reading.round, subject: subject,
      matrix: StudyMatrix(
        rows: rows, columns: columns.map(reading.naming.named), kind: cells,
        lines: try reading.file.codedLines()),
      studies: reading.naming,
      leftOut: reading.studies.filter { excluded.contains($0.id) }
        .map { reading.naming.name(of: $0.id) }, isLinked: isLinked)
  }
}

extension StudyNaming {
  /// A column called as its studies are named.
  fileprivate func named(_ column: StudyMatrix.Column) -> StudyMatrix.Column {
    StudyMatrix.Column(
      label: column.studies.map(name).joined(separator: " + "), studies: column.studies)
  }
}

extension SaturationCurve {
  /// How many codes or themes each further study of a review brought.
  ///
  /// - Parameters:
  ///   - reading: The review.
  ///   - subject: Of what.
  ///   - order: The order of the studies.
  ///   - excluded: The studies that do not count.
  ///   - isLinked: Whether linked studies count as one, which stands where the first of them does.
  /// - Throws: What the file throws.
  init(
    of reading: ExportReading, _ subject: MatrixTable.Subject, order: Saturation.Order,
    without excluded: Set<EntityID>, linked isLinked: Bool
  ) throws {
    let lines = try reading.file.codedLines()
    let bank = Set(reading.reading.bank.map(\.code.id))
    let uses =
      subject == .themes
      ? Saturation.uses(ofThemesOn: reading.board, lines: lines)
      : lines.studiesOfCodes.filter { bank.contains($0.key) }
    let columns = StudyMatrix.columns(
      of: Saturation.sorted(reading.studies, by: order, lines: lines), without: excluded,
      linked: isLinked)
    self.init(
      title: reading.review.title, round: reading.round, subject: subject,
      saturation: Saturation(
        order: order, columns: columns.map(reading.naming.named), uses: uses),
      studies: reading.naming,
      leftOut: reading.studies.filter { excluded.contains($0.id) }
        .map { reading.naming.name(of: $0.id) }, isLinked: isLinked)
  }
}
