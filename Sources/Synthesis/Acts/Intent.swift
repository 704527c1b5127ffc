/// What somebody means to do, said by what the screen showed: never “toggle”.
public enum Intent: Hashable, Sendable {
  /// Add a coder.
  case addCoder(name: String, initials: String, role: Coder.Role)
  /// Bring in a document, with its study where that is new.
  case importDocument(DocumentImport)
  /// Set what is known of a study, field by field.
  case setStudy(EntityID, [String: String])
  /// Say whether sections are findings.
  case setSections([EntityID], isEligible: Bool, why: String)
  /// Put codes on a passage.
  case apply([CodeChoice], at: Place)
  /// Put the codes of the coder's last coded passage on this one.
  case applyAgain(at: Place)
  /// Take the coder's codes off the lines of a passage: these, or all, and a set-aside with them.
  case takeOff([EntityID]?, at: Place)
  /// Set the lines of a passage aside.
  case setAside(at: Place, reason: String)
  /// Say whose words a passage is.
  case setVoice(Voice, at: Place)
  /// Say that whose words the lines of a passage are was guessed right.
  case confirmVoice(at: Place)
  /// Cut the line in two at a position.
  case splitLine(document: EntityID, position: Int)
  /// Make one line of the line at a position and the next.
  case joinLine(document: EntityID, position: Int)
  /// Tie a passage to a code.
  case tie(EntityID, at: Place, isAgainst: Bool)
  /// Untie a passage from a code.
  case untie(EntityID, at: Place)
  /// Write a memo; an empty text takes it away.
  case writeMemo(MemoTarget, text: String)
  /// Write what a code means, field by field.
  case define(EntityID, [String: String])
  /// Give a code another name.
  case rename(EntityID, to: String)
  /// Merge codes into one.
  case mergeCodes([EntityID], into: EntityID)
  /// Split lines of a code off as a new code.
  case splitCode(EntityID, newName: String, places: [Place])
  /// Put lines of one code under another.
  case recode(from: EntityID, to: CodeChoice, places: [Place])
  /// Move the ends of a coding.
  case moveBounds(coding: EntityID, to: Passage)
  /// Finish a study, or take that back.
  case setDone(study: EntityID, isDone: Bool)
  /// Look at others' codes of a study.
  case look(study: EntityID)
  /// Set the reasons for setting aside.
  case setReasons([String])
  /// Make a theme, with what is put under it.
  case makeTheme(ThemeDraft)
  /// Put codes or themes somewhere on a board.
  case place([EntityID], Landing)
  /// Take codes or themes out of one theme, or out of all.
  case unplace([EntityID], from: EntityID?, in: EntityID?)
  /// Write what a theme is called, says, rests on and answers, field by field.
  case setTheme(EntityID, [String: String])
  /// Delete themes; what stood under them is not placed.
  case deleteThemes([EntityID])
  /// Merge themes into one of their level.
  case mergeThemes([EntityID], into: EntityID)
  /// Leave codes out of the themes.
  case leaveOut([EntityID], reason: String, in: EntityID?)
  /// Let codes that were left out wait for a theme again.
  case takeIn([EntityID], in: EntityID?)
  /// Agree to a theme as it stands, or take that back.
  case agree(EntityID, Bool)
  /// Agree to a theme as a screen showed it: refused where it says something else by now.
  case agreeAsShown(EntityID, basis: String)
  /// Name what stands on a board now.
  case nameRound(String, of: EntityID?)
  /// Make a private draft that begins as the shared board stands.
  case makeArrangement(String)
  /// Let everybody see a draft.
  case revealArrangement(EntityID)
  /// Say something to the others about a thing.
  case comment(CommentTarget, String)
  /// Answer in a thread.
  case reply(EntityID, String)
  /// Settle a thread, or open it again.
  case resolve(EntityID, Bool)
  /// Undo the coder's last act, or this one; `keepingUsed` leaves what others' work stands on.
  case undo(ActionID?, keepingUsed: Bool)
  /// Do the act last undone again.
  case redo
}

/// A passage of a document.
public struct Place: Hashable, Sendable {
  /// The document.
  public let document: EntityID
  /// The passage.
  public let passage: Passage

  /// Makes a place.
  public init(_ document: EntityID, _ passage: Passage) {
    self.document = document
    self.passage = passage
  }
}

/// A code by what somebody chose: one that is there, or a name for which one may have to be made.
public enum CodeChoice: Hashable, Sendable {
  /// This code.
  case existing(EntityID)
  /// The code of this name, made if there is none.
  case named(String, inVivo: Bool = false)
}

/// What a memo is about.
public enum MemoTarget: Hashable, Sendable {
  /// The review: a further entry of its journal.
  case review
  /// A study.
  case study(EntityID)
  /// A passage of a document.
  case passage(Place)
  /// A coding.
  case coding(EntityID)
  /// A code.
  case code(EntityID)
  /// A theme.
  case theme(EntityID)
}

/// A document as a reader of texts drafted it, ready to be frozen.
public struct DocumentImport: Hashable, Sendable {
  /// The study's label, where the study is new, or the study.
  public enum StudyChoice: Hashable, Sendable {
    /// A study that is there.
    case existing(EntityID)
    /// A new study.
    case new(label: String)
  }

  /// A section as drafted.
  public struct Section: Hashable, Sendable {
    /// The range.
    public let passage: Passage
    /// The heading.
    public let title: String
    /// How deep it stands.
    public let level: Int
    /// Whether it was taken for findings.
    public let isEligible: Bool
    /// Why.
    public let why: String

    /// Makes a drafted section.
    public init(passage: Passage, title: String, level: Int, isEligible: Bool, why: String) {
      self.passage = passage
      self.title = title
      self.level = level
      self.isEligible = isEligible
      self.why = why
    }
  }

  /// A guessed voice.
  public struct Guess: Hashable, Sendable {
    /// The range.
    public let passage: Passage
    /// Whose words.
    public let voice: Voice
    /// The participant.
    public let speaker: String
    /// Why it was guessed.
    public let why: String

    /// Makes a guess.
    public init(passage: Passage, voice: Voice, speaker: String, why: String) {
      self.passage = passage
      self.voice = voice
      self.speaker = speaker
      self.why = why
    }
  }

  /// The study.
  public let study: StudyChoice
  /// The document's title.
  public let title: String
  /// The file's name, without its folder.
  public let file: String
  /// What the bytes were read as.
  public let encoding: String
  /// The frozen text, UTF-8.
  public let text: [UInt8]
  /// The bytes as they came.
  public let original: [UInt8]
  /// The lines in order.
  public let lines: [Passage]
  /// The indices of the lines that are headings.
  public let headings: [Int]
  /// The index of the first line of each paragraph.
  public let paragraphs: [Int]
  /// The sections in order.
  public let sections: [Section]
  /// The guessed voices.
  public let guesses: [Guess]

  /// Makes an import.
  public init(
    study: StudyChoice, title: String, file: String, encoding: String, text: [UInt8],
    original: [UInt8], lines: [Passage], headings: [Int], paragraphs: [Int], sections: [Section],
    guesses: [Guess]
  ) {
    self.study = study
    self.title = title
    self.file = file
    self.encoding = encoding
    self.text = text
    self.original = original
    self.lines = lines
    self.headings = headings
    self.paragraphs = paragraphs
    self.sections = sections
    self.guesses = guesses
  }
}
