/// That a coder put a code on a passage.
///
/// It is its five facts, so that the same act in two copies is one coding; what changes is whether
/// it is on, and its memo. Moving its ends or recoding is off and on in one action.
public struct Coding: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("coding")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("code", .link(Code.kind)),
    FieldDefinition("coder", .link(Coder.kind)), FieldDefinition("on", .flag),
    FieldDefinition("memo", .text),
  ]
  /// What identifies a coding.
  public static let facts = ["document", "start", "end", "code", "coder"]

  /// The identity.
  public let id: EntityID
  /// The document.
  public let document: EntityID
  /// The passage.
  public let passage: Passage
  /// The code as it was applied, before merges.
  public let code: EntityID
  /// The coder.
  public let coder: EntityID
  /// What the coder noted.
  public let memo: String

  /// Reads folded fields; `nil` where a fact is missing.
  public init?(id: EntityID, fields: Fields) {
    guard let document = fields.entity("document"), let code = fields.entity("code"),
      let coder = fields.entity("coder")
    else { return nil }
    self.id = id
    self.document = document
    self.code = code
    self.coder = coder
    passage = fields.passage
    memo = fields.text("memo")
  }
}

/// Words kept as evidence for or against a code: a tie, not a coding, and counted apart.
public struct Evidence: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("evidence")
  /// The fields.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("document", .link(Document.kind)), FieldDefinition("start", .number),
    FieldDefinition("end", .number), FieldDefinition("target", .anyLink),
    FieldDefinition("coder", .link(Coder.kind)), FieldDefinition("against", .flag),
    FieldDefinition("on", .flag),
  ]
  /// What identifies a tie.
  public static let facts = ["document", "start", "end", "target", "coder"]

  /// The identity.
  public let id: EntityID
  /// The document.
  public let document: EntityID
  /// The passage.
  public let passage: Passage
  /// The code that it speaks to.
  public let target: EntityID
  /// Who tied it.
  public let coder: EntityID
  /// Whether it speaks against.
  public let isAgainst: Bool

  /// Reads folded fields; `nil` where a fact is missing.
  public init?(id: EntityID, fields: Fields) {
    guard let document = fields.entity("document"), let target = fields.entity("target"),
      let coder = fields.entity("coder")
    else { return nil }
    self.id = id
    self.document = document
    self.target = target
    self.coder = coder
    passage = fields.passage
    isAgainst = fields.flag("against")
  }

  /// The same tie to the code that its own was merged into.
  public func standing(under target: EntityID) -> Evidence {
    Evidence(self, target: target)
  }

  private init(_ tie: Evidence, target: EntityID) {
    id = tie.id
    document = tie.document
    passage = tie.passage
    self.target = target
    coder = tie.coder
    isAgainst = tie.isAgainst
  }
}

extension Coding {
  /// The same coding under the code that its own was merged into.
  public func standing(under code: EntityID) -> Coding {
    Coding(
      id: id, document: document, passage: passage, code: code, coder: coder, memo: memo)
  }

  private init(
    id: EntityID, document: EntityID, passage: Passage, code: EntityID, coder: EntityID,
    memo: String
  ) {
    self.id = id
    self.document = document
    self.passage = passage
    self.code = code
    self.coder = coder
    self.memo = memo
  }

  /// Makes the coding that these facts are.
  public init(
    document: EntityID, passage: Passage, code: EntityID, coder: EntityID, memo: String = ""
  ) {
    id = .derived(
      Coding.kind,
      from: [
        document.short, String(passage.start), String(passage.end), code.short, coder.short,
      ])
    self.document = document
    self.passage = passage
    self.code = code
    self.coder = coder
    self.memo = memo
  }
}
