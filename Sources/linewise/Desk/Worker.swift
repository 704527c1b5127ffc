import Dispatch
import Foundation
import ReviewFile
import Synthesis
import Workbench

/// A place that shows more of the row under the cursor.
private enum Glance: CaseIterable {
  case picker, peek
}

/// Carries out what the workbench asks for, away from the run loop, and answers through a mailbox.
///
/// Saving and what is on screen have one connection; long reads have another, so that a search
/// never delays a save. What takes seconds has queues of its own, and backups a connection too, so
/// that no other read waits behind it either.
final class Worker: @unchecked Sendable {
  let mailbox: Mailbox
  let wakeUp: WakeUp?
  let session: Session
  private let secondConnection: Beside<ReviewFile>
  let saves = DispatchQueue(label: "linewise.saves")
  let reads = DispatchQueue(label: "linewise.reads")
  let counts = DispatchQueue(label: "linewise.counts")
  let backups = DispatchQueue(label: "linewise.backups")
  /// Entered while a frame is made.
  let drawing = DispatchGroup()
  let lock = NSLock()
  /// The acts that wait to be saved.
  var saving = SaveTurn()
  /// Whether a look at what others did is waiting already.
  private var isLookWaiting = false
  /// The last arrival that was told of.
  var seen: Int64 = 0
  /// The documents on screen.
  var interest: Set<EntityID> = []
  /// How often at most more of the row under the cursor is read, and how long after it came there at
  /// most: its frame goes first, and of rows that are passed by the last is read.
  private static let pause = DispatchTimeInterval.milliseconds(25)
  /// What is to be read of rows under the cursor.
  private var glances: [Glance: @Sendable () throws -> WorkbenchInput] = [:]
  /// What is read beside the first screen.
  var restOfStart: Beside<(studies: [StudySummary], act: HistoryItem?)>?
  /// What the desks of themes have asked for.
  var counting = LineCount()
  var backup = BackupTurn()
  /// The review as backups read it, in thousands of reads behind which no other is to wait; only on
  /// the queue of backups.
  var backupSource: ReviewFile?

  init(session: Session) throws {
    self.session = session
    mailbox = try Mailbox()
    wakeUp = try? WakeUp(path: session.file.path)
    secondConnection = Beside(on: reads) { [file = session.file] in try file.reopened() }
  }

  /// The review for long reads, through a connection that is opened beside the first screen.
  var slow: ReviewFile {
    get throws { try secondConnection.value }
  }

  /// Where the coder's place is kept.
  var places: PlaceMemory { PlaceMemory(review: session.file.id, coder: session.coder.id) }

  /// Enters the room of those who have the review open.
  func presence() -> Presence? {
    Presence(review: session.file.path, coder: session.coder.id)
  }

  /// Carries out an effect; the answer comes through the mailbox.
  func take(_ effect: Effect) {
    switch effect {
    case .perform(let intent, let number): save(intent, number)
    case .loadStudy(let study, let spot):
      saves.async { self.answer { try self.load(study, spot) } }
    case .loadSections(let study):
      reads.async {
        self.answer {
          let rule = try self.slow.review().quotations
          return .sections(study, try self.slow.page(of: study)?.listedSections(rule) ?? [])
        }
      }
    case .loadMemo(let target, let title):
      reads.async { self.answer { .memo(target, title: title, text: try self.memo(on: target)) } }
    case .loadHistory(let limit):
      reads.async {
        self.answer { .history(try self.slow.history(limit: limit, for: self.session.coder.id)) }
      }
    case .loadCodeLines(let code, let study):
      glance(.picker) { .codeLines(code, try self.slow.lines(of: code, notIn: study, limit: 60)) }
    case .loadBank: reads.async { self.loadBank() }
    case .loadBoard: reads.async { self.loadBoard() }
    case .loadPeek(let subject, let limit):
      glance(.peek) { try self.lines(of: subject, limit: limit) }
    case .loadBoardLines(let subject, let limit):
      reads.async { self.answer { try self.lines(of: subject, limit: limit) } }
    case .search(let words):
      reads.async { self.answer { .hits(words, try self.slow.search(words)) } }
    case .export(let kind): reads.async { self.answer { try self.export(kind) } }
    case .importText(let path): saves.async { self.importText(path) }
    case .askUndoable:
      saves.async {
        self.answer {
          .undoable(try self.session.file.lastAct(of: self.session.coder.id)?.sentence)
        }
      }
    case .copy, .setMouse, .edit, .redraw, .suspend, .quit: break
    }
  }

  /// Reads what others did since.
  ///
  /// Called on every wake-up; nothing new costs one short read.
  func look() {
    let isWaiting = lock.withLock {
      defer { isLookWaiting = true }
      return isLookWaiting
    }
    guard !isWaiting else { return }
    saves.async {
      self.lock.withLock { self.isLookWaiting = false }
      self.tellNews()
    }
  }

  /// Runs `body`, such as a stop of the process, while no transaction is open and none can begin.
  func atRest(_ body: () -> Void) {
    finish()
    saves.sync(execute: body)
  }

  /// Waits until all that was asked for is answered, but for acts that cannot be saved now.
  func finish() {
    // One save may leave some acts to the next.
    while saves.sync(execute: { lock.withLock { saving.canGoOn } }) {}
    reads.sync { for glance in Glance.allCases { show(glance) } }
    counts.sync {}
    endBackup()
  }

  func answer(_ body: () throws -> WorkbenchInput) {
    do {
      mailbox.put(try body())
    } catch {
      mailbox.put(.failed(Failure(error).sentence))
    }
  }
}

extension Worker {
  func tellNews() {
    answer(many: {
      var told: [WorkbenchInput] = []
      while let news = try session.file.news(
        since: seen, interest: interest, for: session.coder.id)
      {
        seen = news.seq
        told.append(.news(news))
        countAgain(news.touchedDocuments)
      }
      return told
    })
  }

  private func answer(many body: () throws -> [WorkbenchInput]) {
    do {
      for input in try body() { mailbox.put(input) }
    } catch {
      mailbox.put(.failed(Failure(error).sentence))
    }
  }

  /// Reads what is shown of the row under the cursor, a moment later: what was asked for before the
  /// last is not wanted any more.
  private func glance(
    _ glance: Glance, _ read: @escaping @Sendable () throws -> WorkbenchInput
  ) {
    let isComing = lock.withLock { glances.updateValue(read, forKey: glance) != nil }
    guard !isComing else { return }
    reads.asyncAfter(deadline: .now() + Self.pause) { self.show(glance) }
  }

  private func show(_ glance: Glance) {
    if let read = lock.withLock({ glances.removeValue(forKey: glance) }) { answer(read) }
  }

  private func lines(of subject: LinesSubject, limit: Int) throws -> WorkbenchInput {
    .boardLines(
      subject,
      try slow.lines(
        of: subject.codes, tiedTo: Set(subject.codes + [subject.id]), in: subject.study,
        limit: limit))
  }

  private func load(_ study: EntityID, _ spot: Spot?) throws -> WorkbenchInput {
    guard let page = try session.file.page(of: study, for: session.coder.id) else {
      return .failed(Refusal.gone(noun: Study.noun).sentence)
    }
    interest = Set(page.summary.documents)
    return .study(page, at: spot)
  }

  /// My memo on a study; on anything else the desk has it, and the journal takes a new entry.
  private func memo(on target: MemoTarget) throws -> String {
    guard case .study(let study) = target else { return "" }
    return try slow.memos(about: study).first { $0.coder == session.coder.id }?.text ?? ""
  }
}
