/// What a rule may ask of a review while it turns an intent into changes.
///
/// The review file answers inside the transaction that will append the action; an in-memory double
/// answers in tests and is the oracle.
public protocol ReviewReading {
  /// The review's own entity.
  func reviewID() throws -> EntityID
  /// An entity after all that happened to it, or `nil` where no change of it stands.
  func folded(_ id: EntityID) throws -> Folded?
  /// The live entities of a kind, in the order in which they were made; of a theme that was merged
  /// into another with who set each field.
  func live(_ kind: Kind) throws -> [(id: EntityID, folded: Folded)]
  /// The live documents of a study in the order in which they were imported.
  func documents(of study: EntityID) throws -> [EntityID]
  /// The live, unmerged codes of this very name.
  func codes(named name: String) throws -> [EntityID]
  /// The code that `code` stands for after every merge.
  func resolve(_ code: EntityID) throws -> EntityID
  /// The lines of a document.
  func lines(of document: EntityID) throws -> LineTable
  /// The live codings that meet a passage of a document, in the order of their passages.
  func codings(meeting passage: Passage, in document: EntityID) throws -> [Coding]
  /// The live codings of a code as it was applied, before merges.
  func codings(of code: EntityID) throws -> [Coding]
  /// The live set-asides that meet a passage of a document.
  func setAsides(meeting passage: Passage, in document: EntityID) throws -> [SetAside]
  /// The roles of a document that are on.
  func roles(of document: EntityID) throws -> [Role]
  /// The live entities that name `id`, codes merged into it among them, with who made each; of a
  /// code with who set each field.
  func users(of id: EntityID) throws -> [(id: EntityID, folded: Folded)]
  /// The live codes or themes that were merged into this one and into no other since, in no order.
  func absorbed(into id: EntityID) throws -> [EntityID]
  /// For each live code that was merged into another the one that it stands for.
  func mergedCodes() throws -> [EntityID: EntityID]
  /// The live codes that are merged into no other, in the order in which they were made.
  func unmergedCodes() throws -> [Code]
  /// The live placements under a theme, or at the top, of an arrangement, in no order.
  func placements(under parent: EntityID?, in arrangement: EntityID?) throws -> [Placement]
  /// The live placements of a code or theme in an arrangement, in no order.
  func placements(of child: EntityID, in arrangement: EntityID?) throws -> [Placement]
  /// A logged action, or `nil` where there is none.
  func action(_ id: ActionID) throws -> Action?
  /// How an action was undone, or `nil` where it stands.
  func undoing(of action: ActionID) throws -> Undoing?
  /// The actions of a coder, the latest to arrive first, until `stop` says so.
  func recentActions(of coder: EntityID, until stop: (Action) throws -> Bool) throws
}

extension ReviewReading {
  /// Whether an entity lives.
  public func isLive(_ id: EntityID) throws -> Bool {
    try Liveness.isLive(id, folded: folded)
  }

  /// The live documents of a study, found among all.
  public func documents(of study: EntityID) throws -> [EntityID] {
    try live(Document.kind).filter { $0.folded.fields.entity("study") == study }.map(\.id)
  }

  /// What was merged into this, found among all that names it.
  public func absorbed(into id: EntityID) throws -> [EntityID] {
    try users(of: id).filter { $0.folded.fields.entity("mergedInto") == id }.map(\.id)
  }

  /// What merged codes stand for, found among all codes.
  public func mergedCodes() throws -> [EntityID: EntityID] {
    try live(Code.kind).reduce(into: [:]) { merged, code in
      guard code.folded.fields.entity("mergedInto") != nil else { return }
      let target = try resolve(code.id)
      if target != code.id { merged[code.id] = target }
    }
  }

  /// The live placements, found among all.
  public func placements(
    under parent: EntityID?, in arrangement: EntityID?
  ) throws -> [Placement] {
    try placements(in: arrangement).filter { $0.parent == parent }
  }

  /// The live placements of a code or theme, found among all.
  public func placements(
    of child: EntityID, in arrangement: EntityID?
  ) throws -> [Placement] {
    try placements(in: arrangement).filter { $0.child == child }
  }

  /// Every live placement of an arrangement, in the order in which they were made.
  public func placements(in arrangement: EntityID?) throws -> [Placement] {
    try live(Placement.kind).compactMap { Placement(id: $0.id, folded: $0.folded) }
      .filter { $0.arrangement == arrangement }
  }

  /// The live themes, in the order in which they were made.
  public func themes() throws -> [Theme] {
    try live(Theme.kind).map { Theme(id: $0.id, folded: $0.folded) }
  }

  /// The theme that `theme` stands for after every merge.
  public func resolveTheme(_ theme: EntityID) throws -> EntityID {
    guard try folded(theme)?.fields.entity("mergedInto") != nil else { return theme }
    let themes = try themes()
    let ids = Set(themes.map(\.id))
    return AcyclicLinks(
      themes.compactMap { own in
        guard let target = own.mergedInto, ids.contains(target) else { return nil }
        return (from: own.id, to: target, writer: own.merged)
      }
    ).resolve(theme)
  }

  /// The facts of which boards are made, as `viewer` may see them; everything for nobody.
  ///
  /// - Parameters:
  ///   - viewer: Who looks.
  ///   - kinds: The kinds of things that are wanted.
  /// - Returns: The facts.
  /// - Throws: What the reader throws.
  /// - Complexity: O(*n*) in everything that was ever said of themes, and in the codes.
  public func boardFacts(
    for viewer: EntityID?, of kinds: [Kind] = BoardFacts.kinds
  ) throws -> BoardFacts {
    var facts = BoardFacts()
    var veil = try Veil(self, from: viewer)
    for kind in kinds {
      for thing in try live(kind) where try !veil.hides(thing.id, thing.folded, self) {
        facts.take(thing.id, kind, thing.folded)
      }
    }
    facts.mergedCodes = try mergedCodes()
    return facts
  }

  /// The live codes that are merged into no other, in the order in which they were made.
  public func unmergedCodes() throws -> [Code] {
    try live(Code.kind).map { Code(id: $0.id, fields: $0.folded.fields) }
      .filter { try $0.mergedInto == nil || resolve($0.id) == $0.id }
  }

  /// The review.
  public func review() throws -> Review {
    let id = try reviewID()
    return Review(id: id, fields: try folded(id)?.fields ?? Fields())
  }

  /// The live coders, in the order in which they were added.
  public func coders() throws -> [Coder] {
    try live(Coder.kind).map { Coder(id: $0.id, fields: $0.folded.fields) }
  }

  /// The name of a code, theme, study or coder, for a sentence.
  public func name(of id: EntityID) throws -> String {
    guard let folded = try folded(id) else { return "something that is no more" }
    return ["name", "label", "title"].map(folded.fields.text).first { !$0.isEmpty }
      ?? (folded.kind == Theme.kind ? Theme.unnamed : "unnamed")
  }
}
