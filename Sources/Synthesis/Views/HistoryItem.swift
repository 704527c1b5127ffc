/// An action in words.
public struct HistoryItem: Hashable, Sendable {
  /// The action.
  public let action: Action
  /// What it did, without who and when.
  public let sentence: String
  /// Whether it has been undone.
  public let isUndone: Bool

  /// Makes an item.
  public init(action: Action, sentence: String, isUndone: Bool) {
    self.action = action
    self.sentence = sentence
    self.isUndone = isUndone
  }

  /// An act in a draft that may not be seen: who and when, and no more.
  public static func veiled(_ action: Action, sentence: String, isUndone: Bool) -> HistoryItem {
    HistoryItem(
      action: Action(
        id: action.id, stamp: action.stamp, at: action.at, coder: action.coder, verb: .veiled,
        changes: []), sentence: sentence, isUndone: isUndone)
  }
}

/// A line that a code holds, for reading a code across studies.
public struct CodedLine: Hashable, Sendable {
  /// The study's label.
  public let study: String
  /// The line's number in the study.
  public let number: Int
  /// Where it stands.
  public let place: Place
  /// The words of the line.
  public let text: String
  /// The participant whose words it is, or has in it; empty where it is the authors' or not known.
  public let speaker: String
  /// Whether words of it are kept as evidence, for or against.
  public let isEvidence: Bool
  /// Whether what is kept of it speaks against.
  public let isAgainst: Bool

  /// Makes a line.
  public init(
    study: String, number: Int, place: Place, text: String, speaker: String = "",
    isEvidence: Bool = false, isAgainst: Bool = false
  ) {
    self.speaker = speaker
    self.isEvidence = isEvidence
    self.isAgainst = isAgainst
    self.study = study
    self.number = number
    self.place = place
    self.text = text
  }
}

/// A place where a search found its words.
public struct SearchHit: Hashable, Sendable {
  /// The study.
  public let study: EntityID
  /// The study's label.
  public let label: String
  /// The line's number in the study.
  public let number: Int
  /// The words found.
  public let place: Place
  /// The words of the line.
  public let text: String

  /// Makes a hit.
  public init(study: EntityID, label: String, number: Int, place: Place, text: String) {
    self.study = study
    self.label = label
    self.number = number
    self.place = place
    self.text = text
  }
}

/// What changed in a review since somebody last looked: one's own acts and those of others alike.
public struct News: Sendable {
  /// The last arrival that this tells of.
  public let seq: Int64
  /// The actions, in the order of arrival.
  public let items: [HistoryItem]
  /// The documents that changed and that were asked after.
  public let documents: [DocumentPage]
  /// The documents of which anything changed that is counted, asked after or not.
  public let touchedDocuments: Set<EntityID>
  /// The codes that changed, as they stand in the bank now.
  public let codes: [BankCode]
  /// The codes that are no longer in the bank.
  public let goneCodes: Set<EntityID>
  /// The studies of which anything changed, or all where one came or went.
  public let studies: [StudySummary]
  /// Whether ``studies`` are all there are.
  public let studiesAreAll: Bool
  /// What changed of themes, as the viewer may see it.
  public let board: BoardNews
  /// The coders, where one was added.
  public let coders: [Coder]?
  /// The review, where it was changed.
  public let review: Review?

  /// Makes news.
  public init(
    seq: Int64, items: [HistoryItem], documents: [DocumentPage], codes: [BankCode],
    goneCodes: Set<EntityID>, studies: [StudySummary], studiesAreAll: Bool, coders: [Coder]?,
    review: Review?, board: BoardNews = BoardNews(), touchedDocuments: Set<EntityID> = []
  ) {
    self.board = board
    self.touchedDocuments = touchedDocuments
    self.seq = seq
    self.items = items
    self.documents = documents
    self.codes = codes
    self.goneCodes = goneCodes
    self.studies = studies
    self.studiesAreAll = studiesAreAll
    self.coders = coders
    self.review = review
  }
}
