public import Synthesis

/// How many codes or themes each further study brought, in an order that is always named.
public struct SaturationCurve: Hashable, Sendable {
  /// The title of the review.
  public var title: String
  /// The round at which the review is shown, or `nil` for how it stands.
  public var round: String?
  /// Of what: codes or themes.
  public var subject: MatrixTable.Subject
  /// The figures; its studies are called as ``studies`` names them.
  public var saturation: Saturation
  /// How the studies are named.
  public var studies: StudyNaming
  /// The names of the studies that do not count.
  public var leftOut: [String]
  /// Whether linked studies count as one.
  public var isLinked: Bool

  /// Makes a curve.
  ///
  /// - Parameters:
  ///   - title: The title of the review.
  ///   - round: The round at which the review is shown.
  ///   - subject: Of what.
  ///   - saturation: The figures, with studies called as `studies` names them.
  ///   - studies: How the studies are named.
  ///   - leftOut: The names of the studies that do not count.
  ///   - isLinked: Whether linked studies count as one.
  public init(
    title: String, round: String? = nil, subject: MatrixTable.Subject, saturation: Saturation,
    studies: StudyNaming, leftOut: [String] = [], isLinked: Bool = false
  ) {
    self.title = title
    self.round = round
    self.subject = subject
    self.saturation = saturation
    self.studies = studies
    self.leftOut = leftOut
    self.isLinked = isLinked
  }
}

extension SaturationCurve {
  /// A row a study in order, for a spreadsheet.
  ///
  /// - Parameter guarding: Whether cells that a spreadsheet would calculate get an apostrophe.
  /// - Returns: Comma-separated values, UTF-8, with line feeds.
  public func csv(guarding: Bool = true) -> String {
    let columns = [
      "place", "study", "new", "used", "total", "mean", "low", "high", "subject", "order", "orders",
    ].map { TableColumn($0) }
    let rows = saturation.steps.enumerated().map { place, step -> [TableValue] in
      [
        .integer(place + 1), .text(step.label), .integer(step.new), .integer(step.used),
        .integer(step.total), .decimal(step.mean, places: 2), .integer(step.low),
        .integer(step.high), .text(subject.rawValue), .text(saturation.order.rawValue),
        .integer(saturation.orders),
      ]
    }
    return Table(columns: columns, rows: rows).text(as: .csv(guarding: guarding))
  }

  /// One JSON object; see <doc:ShapesOfJSON>.
  ///
  /// - Returns: The text, which ends with a line feed.
  public func json() -> String {
    let steps = saturation.steps.map { step in
      TableValue.record([
        ("study", .text(step.label)), ("new", .integer(step.new)), ("used", .integer(step.used)),
        ("total", .integer(step.total)), ("mean", .decimal(step.mean, places: 2)),
        ("low", .integer(step.low)), ("high", .integer(step.high)),
      ])
    }
    return TableValue.record([
      ("subject", .text(subject.rawValue)), ("order", .text(saturation.order.rawValue)),
      ("orders", .integer(saturation.orders)), ("studies", .list(steps)),
      ("round", .optional(round)),
    ]).jsonText + "\n"
  }

  /// What stands above everything.
  var heading: String {
    let what = subject == .themes ? "New themes by study" : "New codes by study"
    return title.isEmpty ? what : "\(what): \(readable(title))"
  }

  /// What the curve, the band and the bars are.
  func notes(naming: (String) -> String) -> [String] {
    let things = subject.rawValue
    var notes = [
      "Line: \(things) used up to and with each study, \(saturation.order.words). "
        + "Bars: \(things) used there for the first time."
    ]
    if saturation.steps.count > 1 {
      let count = saturation.steps.count
      let orders =
        count > 7
        ? "\(saturation.orders) orders of the \(count) studies, chosen at random with a fixed seed"
        : "all \(saturation.orders) orders of the \(count) studies"
      notes.append("Band: the least and the most in \(orders). Dashed: the mean over every order.")
    }
    if isLinked { notes.append("Linked studies count as one.") }
    if !leftOut.isEmpty { notes.append("Left out: \(studies.listed(leftOut.map(naming))).") }
    if let round {
      notes.append("The review as it stood at the round “\(naming(round))”.")
    }
    return notes
  }
}
