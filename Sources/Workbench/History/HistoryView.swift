import ScreenCells
import Synthesis

extension State {
  func drawHistory(on frame: inout Frame, _ rect: Rect) {
    let hasDay = rect.columns >= 60
    frame.put(
      hasDay ? "UTC, the latest first" : "the latest first", at: rect.origin.moved(columns: 2),
      style: .faint)
    guard !historyList.items.isEmpty else {
      // Every review has an act that made it: they are not read yet.
      frame.put("reading …", at: rect.origin.moved(columns: 2, rows: 1), style: .faint)
      frame.cursor = rect.origin.moved(columns: 2, rows: 1)
      return
    }
    let body = rect.withoutTop(1)
    let items = historyList.items
    for (offset, index) in (historyList.top..<items.count).prefix(body.rows).enumerated() {
      let line = body.line(offset)
      let item = items[index]
      let ground: Background = index == historyList.cursor ? .focusRow : .none
      frame.fill(line, style: Style.text.on(ground))
      frame.mark(line, as: .historyRow(index))
      if index == historyList.cursor {
        frame.put("▌", at: line.origin, style: .accent.on(ground))
        frame.cursor = line.origin.moved(columns: 2)
      }
      let initials = coders.first { $0.id == item.action.coder }?.initials ?? ""
      let style = (item.isUndone ? Style.dim : .text).on(ground)
      let day = hasDay ? Self.padded(Self.clock(item.action.at), 18) : ""
      let who = Self.padded(initials, 4)
      let room = line.columns - 3 - displayWidth(day) - displayWidth(who)
      let sentence = item.sentence + (item.isUndone ? " (undone)" : "")
      frame.put(
        [
          (day, .faint.on(ground)), (who, Style.text.bolded.on(ground)),
          (cutEnd(sentence, width: room), style),
        ], at: line.origin.moved(columns: 2), width: line.columns - 3)
    }
  }

  /// Milliseconds since 1970 as a day and a time in UTC: `2026-11-22 11:04`.
  ///
  /// The days are counted by Howard Hinnant's `civil_from_days`.
  static func clock(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let two = { (number: Int64) in number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(two(month))-\(two(day)) \(two(rest / 3600)):\(two(rest % 3600 / 60))"
  }
}
