/// Something about a keymap file that its author should know.
///
/// The line that it names is skipped when it is an error; every other line applies.
package struct KeymapProblem: Equatable, Sendable {
  /// The file, as it was named.
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, counted in characters.
  package let column: Int
  /// What there is to know.
  package let kind: Kind

  /// How much it matters.
  package enum Severity: Equatable, Sendable {
    /// The line has no effect.
    case error
    /// The line holds, or was overruled, and may not do what was meant.
    case warning
    /// The line holds; this is what it changes.
    case note
  }

  /// How much it matters.
  package var severity: Severity { kind.severity }

  /// What there is to know about a keymap file.
  package enum Kind: Equatable, Sendable {
    // The file
    case noFile
    case empty
    case tooLarge(bytes: Int)
    case binary
    case notText
    case moreProblems(Int)

    // A line
    case control
    case unclosedString
    case unknownEscape(String)
    case expected(String)
    case leftOver(String)
    case notInSubset(String)

    // What stands above the first context
    case unknownSetting(String, nearest: String?)
    case settingBelow(String)
    case settingTwice(String, first: Int)
    case settingWants(String, String)
    case missingFormat
    case otherFormat(Int)
    case unknownBase(String, nearest: String?)
    case circle([String])
    case badLetters(count: Int)

    // Contexts
    case unknownContext(String, nearest: String?)
    case contextTwice(Context, first: Int)
    case keyAboveContexts(String)

    // Keys
    case key(KeyFault)
    case types(String, Context)
    case unknownCommand(String, nearest: String?)
    case commandElsewhere(Command, Context)
    case wantsDigit(Command)
    case boundTwice(String, Context, first: Int)
    case startOf(String, longer: String, line: Int?, others: Int)
    case goesOn(String, shorter: String, line: Int?)

    // Warnings
    case taken(String, by: String)
    case essentialKept(Command, key: String, Context)

    // Notes
    case hides(String, Command, Context)
    case hidden(String, Command, Context)
    case nothingToUnbind(String, Context)
  }
}

extension KeymapProblem.Kind {
  /// How much it matters.
  var severity: KeymapProblem.Severity {
    switch self {
    case .empty, .missingFormat, .taken, .essentialKept: .warning
    case .hides, .hidden, .nothingToUnbind: .note
    default: .error
    }
  }
}
