import ArgumentParser
import Foundation
import Reading
import ReviewFile
import ScreenCells
import Synthesis

/// A failure of a command: one sentence and an exit status after sysexits(3).
struct Failure: Error {
  /// The statuses that other programs rely on.
  enum Status: Int32 {
    case wrong = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case cannotCreate = 73
    case io = 74
    case busy = 75
    case notAllowed = 77
  }

  let status: Status
  let sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// What an error comes to for a person.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let refusal as Refusal: self.init(Self.status(of: refusal), refusal.sentence)
    case let error as ReviewFileError: self.init(Self.status(of: error), error.sentence)
    case let error as ReadingError: self.init(.badData, error.sentence)
    case let error as CocoaError: self.init(.io, error.localizedDescription)
    default: self.init(.io, String(describing: error))
    }
  }

  private static func status(of refusal: Refusal) -> Status {
    switch refusal.sort {
    case .notAllowed: .notAllowed
    case .badData: .badData
    case .notFound: .noInput
    case .exists: .cannotCreate
    }
  }

  private static func status(of error: ReviewFileError) -> Status {
    switch error {
    case .notFound: .noInput
    case .notAFile, .hardLinked, .notAReview, .newer, .foreignSchema, .damaged: .badData
    case .exists, .journalName, .noFolder: .cannotCreate
    case .readOnly, .network: .notAllowed
    case .busy: .busy
    case .diskFull, .setting, .system: .io
    }
  }
}

/// A command whose errors become one sentence on standard error and an exit status.
protocol SentenceCommand: ParsableCommand {
  /// Does what was asked.
  func act() throws
}

extension SentenceCommand {
  func run() throws {
    do {
      try act()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      let failure = Failure(error)
      Output.complain(failure.sentence)
      throw ExitCode(failure.status.rawValue)
    }
  }
}
