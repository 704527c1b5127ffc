import Dispatch
import ReviewFile
import Synthesis
import Workbench

extension Worker {
  /// Reads the whole bank; on the queue of reads.
  func loadBank() {
    do {
      let (rows, seq) = try slow.wholeBank()
      let bank = Bank(rows)
      saves.async { self.tellBank(bank, asOf: seq) }
    } catch {
      mailbox.put(.failed(Failure(error).sentence))
    }
  }

  /// Tells of the bank in its place among the news; on the queue of saves.
  ///
  /// What arrived while it was read may have been told before it, and would be lost.
  private func tellBank(_ bank: Bank, asOf seq: Int64) {
    answer {
      var (bank, seq) = (bank, seq)
      while let news = try session.file.news(since: seq, interest: [], for: session.coder.id) {
        for row in news.codes { bank.update(row) }
        for code in news.goneCodes { bank.remove(code) }
        seq = news.seq
      }
      return .bank(bank)
    }
  }
}
