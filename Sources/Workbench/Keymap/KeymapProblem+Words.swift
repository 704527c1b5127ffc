extension KeymapProblem: CustomStringConvertible {
  /// The place and the sentence, on one line.
  package var description: String {
    let mark =
      switch severity {
      case .error: ""
      case .warning: "warning: "
      case .note: "note: "
      }
    return "\(Words.shown(file, most: 200)):\(line):\(column): \(mark)\(kind.sentence)"
  }
}

extension KeymapProblem.Kind {
  /// What there is to know, in words.
  var sentence: String {
    fileSentence ?? syntaxSentence ?? settingSentence ?? contextSentence ?? keySentence
      ?? remarkSentence ?? ""
  }

  private var fileSentence: String? {
    switch self {
    case .noFile: "there is no such keymap file, or it can't be read"
    case .empty: "this keymap file is empty; the built-in keys hold"
    case .tooLarge(let bytes):
      "this file has \(bytes) bytes, and a keymap at most \(KeymapFile.mostBytes); it isn't read"
    case .binary: "this isn't a text file: it holds a zero byte; it isn't read"
    case .notText: "this line isn't UTF-8 text"
    case .moreProblems(let count): "and \(count) more; mend the first ones and look again"
    default: nil
    }
  }

  private var syntaxSentence: String? {
    switch self {
    case .control: "a control character stands here; TOML has none but the tab"
    case .unclosedString: "the closing quote is missing"
    case .unknownEscape(let escape):
      "\(Words.quoted(escape)) isn't an escape; write \\\\ for a backslash and \\\" for a quote"
    case .expected(let what): "expected \(what)"
    case .leftOver(let text):
      "\(Words.shown(text)) is left over; a line holds one key, and # begins a comment"
    case .notInSubset(let what):
      "\(what) aren't part of a keymap; write \"key\" = \"command\""
    default: nil
    }
  }

  private var settingSentence: String? {
    switch self {
    case .unknownSetting(let name, let nearest):
      "unknown setting \(Words.quoted(name))\(Words.guess(nearest)); "
        + "there are \(KeymapFile.settingNames.joined(separator: ", "))"
    case .settingBelow(let name):
      "\(Words.quoted(name)) is a setting; it stands above the first [context]"
    case .settingTwice(let name, let first):
      "\(Words.quoted(name)) stands twice; first on line \(first)"
    case .settingWants(let name, let what): "\(name) wants \(what)"
    case .missingFormat: "\"format = 1\" is missing at the top; the file is read as format 1"
    case .otherFormat(let number):
      "format \(number) is unknown here; this program reads format 1, and reads the file as that"
    case .unknownBase(let name, let nearest):
      "no keymap \(Words.quoted(name)) to extend\(Words.guess(nearest)); "
        + "shipped are \(KeymapSet.allCases.map(\.rawValue).joined(separator: ", "))"
    case .circle(let names):
      "extends goes in a circle: "
        + names.map { Words.shown($0, most: 60) }.joined(separator: " → ")
    case .badLetters(let count):
      "letters wants 26 different letters, in the places of qwertyuiop asdfghjkl zxcvbnm; "
        + "here are \(count)"
    default: nil
    }
  }

  private var contextSentence: String? {
    switch self {
    case .unknownContext(let name, let nearest):
      "unknown context [\(Words.shown(name))]\(Words.guess(nearest)) — contexts are "
        + Context.allCases.map(\.rawValue).joined(separator: ", ")
    case .contextTwice(let context, let first):
      "[\(context.rawValue)] stands twice; first on line \(first); its keys are read all the same"
    case .keyAboveContexts(let key):
      "\(Words.quoted(key)) stands above the first context; write [everywhere] above it"
    default: nil
    }
  }

  private var keySentence: String? {
    switch self {
    case .key(let fault): fault.sentence
    case .types(let key, let context):
      "\(Words.quoted(key)) types in [\(context.rawValue)]; no character can be a command there"
    case .unknownCommand(let name, let nearest):
      "unknown command \(Words.quoted(name))\(Words.guess(nearest))"
    case .commandElsewhere(let command, let context):
      "\"\(command.rawValue)\" does nothing in [\(context.rawValue)]; it belongs in "
        + CommandTable.contexts(of: command).map { "[\($0.rawValue)]" }
        .joined(separator: ", ")
    case .wantsDigit(let command):
      "\"\(command.rawValue)\" takes a digit: its last key must be one of 1 … 9"
    case .boundTwice(let key, let context, let first):
      "\(Words.quoted(key)) bound twice in [\(context.rawValue)]; first on line \(first)"
    case .startOf(let key, let longer, let line, let others):
      "\(Words.quoted(key)) is already the start of \(Words.quoted(longer))\(Words.on(line))"
        + (others == 0 ? "" : " and of \(others) more") + "; a key can't be both"
    case .goesOn(let key, let shorter, let line):
      "\(Words.quoted(key)) begins with \(Words.quoted(shorter)), which is already a key"
        + "\(Words.on(line)); a key can't be both"
    default: nil
    }
  }

  private var remarkSentence: String? {
    switch self {
    case .taken(let key, let owner): "\(key) may never arrive: taken by \(owner)"
    case .essentialKept(let command, let key, let context):
      "\"\(command.rawValue)\" can't be without a key in [\(context.rawValue)]; "
        + "\"\(key)\" is its key again"
    case .hides(let key, let command, let context):
      "\(Words.quoted(key)) here hides \(Words.quoted(key)) = \"\(command.rawValue)\" "
        + "from [\(context.rawValue)]"
    case .hidden(let key, let command, let context):
      "\(Words.quoted(key)) is hidden in [\(context.rawValue)], "
        + "where it is \"\(command.rawValue)\""
    case .nothingToUnbind(let key, let context):
      "\(Words.quoted(key)) isn't bound in [\(context.rawValue)]; there is nothing to unbind"
    default: nil
    }
  }
}

extension KeyFault {
  /// What is wrong with a key, in words.
  package var sentence: String {
    switch self {
    case .empty: "no key is written between the quotes"
    case .blank: "the space bar is written \"space\""
    case .tooLong: "a sequence has at most \(KeyNotation.longestSequence) keys"
    case .unknown(let token, let nearest):
      "\(Words.quoted(token)) isn't a key name here\(Words.guess(nearest))"
    case .misspelt(let token, let right):
      "\(Words.quoted(token)) isn't a key name here; write \(Words.quoted(right))"
    case .sameAs(let token, let other):
      "\(token) can't be told from \(other) in a terminal; bind \"\(other)\""
    case .shiftedCharacter(let token):
      "\(token) arrives as the character that it types; bind that character"
    case .neverSent(let token): "a terminal doesn't send \(token); bind another key"
    case .beginsOthers(let token):
      "\(token) can't be told from the start of other keys in a terminal; bind another key"
    }
  }
}

/// Makes what others wrote fit to be shown in a sentence.
enum Words {
  /// The text in quotes, cut when it is long.
  static func quoted(_ text: String) -> String { "\"\(shown(text))\"" }

  /// The text without anything that could steer a terminal, cut when it is long.
  static func shown(_ text: String, most: Int = 40) -> String {
    let start = text.unicodeScalars.prefix(most + 1)
    let visible = start.prefix(most).map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
      default: String(Character(scalar))
      }
    }
    return visible.joined() + (start.count > most ? "…" : "")
  }

  /// An offer of the right name, or nothing.
  static func guess(_ nearest: String?) -> String {
    nearest.map { " — did you mean \"\($0)\"?" } ?? ""
  }

  /// The line of the same file, or nothing for a key that was there before.
  static func on(_ line: Int?) -> String { line.map { " (line \($0))" } ?? "" }
}
