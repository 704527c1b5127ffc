/// A name for a moment of the board: what stood where, under which names.
///
/// A round freezes what it names in its own fields, so that the paragraph in the paper stays true
/// whatever is moved, renamed or merged afterwards.
public struct Round: Entity, Hashable {
  /// The kind.
  public static let kind = Kind("round")
  /// The fields, whose lists are records of a fixed length, flattened: see ``BoardSnapshot``.
  public static let fields: [FieldDefinition] = [
    FieldDefinition("name", .text), FieldDefinition("arrangement", .mention(Arrangement.kind)),
    FieldDefinition("themes", .texts), FieldDefinition("codes", .texts),
    FieldDefinition("places", .texts), FieldDefinition("leftOut", .texts),
    FieldDefinition("merged", .texts),
  ]
  /// A round is nothing without a name.
  public static let essentials = ["name"]

  /// The identity.
  public let id: EntityID
  /// The name.
  public let name: String
  /// The arrangement that it froze; `nil` is the shared one.
  public let arrangement: EntityID?
  /// What stood where.
  public let snapshot: BoardSnapshot
  /// Who named it, when, and its place in the order of acts.
  public let made: Writer

  /// Reads a folded entity.
  public init(id: EntityID, folded: Folded) {
    self.id = id
    name = folded.fields.text("name")
    arrangement = folded.fields.entity("arrangement")
    snapshot = BoardSnapshot(fields: folded.fields)
    made = folded.first
  }
}

/// What stood where on a board, under which names, as a value that can be compared with another.
public struct BoardSnapshot: Hashable, Sendable {
  /// A theme as it was.
  public struct Theme: Hashable, Sendable {
    /// How far it goes beyond the studies.
    public let level: Synthesis.Theme.Level
    /// The name; empty where it waited.
    public let name: String
  }

  /// Where something stood.
  public struct Place: Hashable, Sendable {
    /// The code or theme.
    public let child: EntityID
    /// The theme under which it stood; `nil` is the top.
    public let parent: EntityID?
    /// Why, where somebody said.
    public let why: String
  }

  /// The themes on the board.
  public let themes: [EntityID: Theme]
  /// Every code of the bank by name, placed or not.
  public let codes: [EntityID: String]
  /// Where everything stood, in the order of the board.
  public let places: [Place]
  /// The codes left out, with the reasons.
  public let leftOut: [EntityID: String]
  /// What had been merged into what, themes and codes alike.
  public let merged: [EntityID: EntityID]

  /// Makes a snapshot.
  public init(
    themes: [EntityID: Theme], codes: [EntityID: String], places: [Place],
    leftOut: [EntityID: String], merged: [EntityID: EntityID]
  ) {
    self.themes = themes
    self.codes = codes
    self.places = places
    self.leftOut = leftOut
    self.merged = merged
  }

  /// The snapshot of a board.
  ///
  /// - Parameters:
  ///   - board: The board.
  ///   - names: The names of the codes of the bank.
  public init(of board: ThemeBoard, codes names: [EntityID: String]) {
    var places: [Place] = []
    for (parent, members) in [(nil, board.roots)]
      + board.themesInOrder.map({ id in
        (id as EntityID?, board.members(of: id))
      })
    {
      places += members.map { Place(child: $0.id, parent: parent, why: $0.why) }
    }
    self.init(
      themes: Dictionary(
        uniqueKeysWithValues: board.themesInOrder.compactMap { id in
          board.theme(id).map { (id, Theme(level: $0.level, name: $0.name)) }
        }),
      codes: names, places: places, leftOut: board.leftOut.mapValues(\.reason),
      merged: board.merged)
  }

  /// The parents of each code and theme.
  public var parents: [EntityID: [EntityID?]] {
    places.reduce(into: [:]) { $0[$1.child, default: []].append($1.parent) }
  }
}

extension BoardSnapshot {
  /// Reads the fields of a round.
  init(fields: Fields) {
    func records(_ name: String, of length: Int) -> [[String]] {
      let texts = fields.texts(name)
      return stride(from: 0, to: texts.count - texts.count % length, by: length).map {
        Array(texts[$0..<($0 + length)])
      }
    }
    func table<Value>(
      _ name: String, of length: Int, _ value: ([String]) -> Value?
    ) -> [EntityID: Value] {
      records(name, of: length).reduce(into: [:]) { table, record in
        guard let id = EntityID(short: record[0]) else { return }
        table[id] = value(record)
      }
    }
    self.init(
      themes: table("themes", of: 3) { record in
        Synthesis.Theme.Level(rawValue: record[1]).map { Theme(level: $0, name: record[2]) }
      },
      codes: table("codes", of: 2) { $0[1] },
      places: records("places", of: 3).compactMap { record in
        EntityID(short: record[0]).map {
          Place(child: $0, parent: EntityID(short: record[1]), why: record[2])
        }
      },
      leftOut: table("leftOut", of: 2) { $0[1] },
      merged: table("merged", of: 2) { EntityID(short: $0[1]) })
  }

  /// The fields of a round.
  var fields: [String: FieldValue] {
    func sorted<Value>(
      _ table: [EntityID: Value], _ texts: (Value) -> [String]
    ) -> FieldValue {
      .list(
        table.sorted { $0.key < $1.key }.flatMap { [$0.key.short] + texts($0.value) }
          .map(FieldValue.text))
    }
    return [
      "themes": sorted(themes) { [$0.level.rawValue, $0.name] },
      "codes": sorted(codes) { [$0] },
      "places": .list(
        places.flatMap { [$0.child.short, $0.parent?.short ?? "", $0.why] }
          .map(FieldValue.text)),
      "leftOut": sorted(leftOut) { [$0] },
      "merged": sorted(merged) { [$0.short] },
    ]
  }
}
