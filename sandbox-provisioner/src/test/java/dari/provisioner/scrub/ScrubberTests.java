package dari.provisioner.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTests {

    private final Scrubber scrubber = new Scrubber(ScrubPlan.USUAL, new byte[32]);

    private static List<String> found(ScrubbedNote note, String text) {
        return note.spans().stream()
                .map(s -> s.type() + " " + text.substring(s.start(), s.end()))
                .toList();
    }

    private List<String> found(String text) {
        return found(scrubber.scrub("p", text), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "주민번호 850312-2345678", "9203041234567 입니다 주민번호 9203041234567", "６５１１０８－２０１３４５７",
                "0 1 0 2 2 3 - 4 0 9 8 7 6 1", "외국인등록번호 880717-5234561", "780921-1******"
            })
    void findsRegistrationNumbersHoweverWritten(String text) {
        assertThat(found(text)).anyMatch(f -> f.startsWith("RRN ")).noneMatch(f -> f.startsWith("PHONE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "배우자 83 11 04 - 1 23 45 67 확인 | RRN 83 11 04 - 1 23 45 67",
                "번호 850312/2345678 조회 | RRN 850312/2345678",
                "010ㅡ2938ㅡ4410 으로 문자 | PHONE 010ㅡ2938ㅡ4410",
                "집 02/735-2241 통화 | PHONE 02/735-2241",
                "연락처 뒷자리 4417 확인 | PHONE 4417",
                "Surgery 3/5 d/c home with wife Anna | DATE 3/5",
                "ref 2015-0435 on file | ID 2015-0435",
                "처형 O1O-5550-6124 로 문자 | PHONE O1O-5550-6124",
                "핸드폰 0l0-4482-6653 . | PHONE 0l0-4482-6653",
                "ssn last4 on file ***-**-4417 today | SSN ***-**-4417",
                "his Grindr trey_n_the_city only | ID trey_n_the_city",
                "지 환자 bed MICU-09 안정 | ID MICU-09",
                "자리 B-07 투석 시작 | ID B-07",
                "분만 12일 03:48 여아 | DATE 12일 03:48",
                "Dr Zwane informed 28 July 02h15 and left | DATE 28 July 02h15",
                "VM left Thurs 9/21 4:58p about it | DATE Thurs 9/21 4:58p",
                "gateway of the monitor fe80::1a2b down | IP fe80::1a2b",
                "SN visit 1/31 am with her | DATE 1/31 am",
                "CXR on Sunday 14th clear | DATE Sunday 14th",
                "hives as a child in the 1960s only | DATE 1960s",
                "burn at the Bonfire Night display | DATE Bonfire Night",
                "Pt: Mal-sun, F, 92 with cough | AGE 92",
                "call six one seven, five five five, oh one four three now | PHONE six one seven, five five five, oh one four three",
                "이천이십삼년 구월 십일일 수술 | DATE 이천이십삼년 구월 십일일",
                "시월 이십일 경 악화 | DATE 시월 이십일",
                "on the eleventh of September, 2023 she | DATE the eleventh of September, 2023",
                "seen September twentieth again | DATE September twentieth",
                "2022년도 하반기 추적 | DATE 2022년도 하반기",
                "relapsed in Q3 2022 again | DATE Q3 2022",
                "초진 2019 당시 | DATE 2019",
                "discharged the 20th. Home | DATE the 20th",
                "김민준님 010-2345-6789, 2024-03-05. 같이 사는 손자빈우람군이 동행 | NAME 빈우람",
                "보험 DB손보 접수 완료 | ORGANIZATION DB손보",
                "김민준님 010-2345-6789, 2024-03-05. 어제 W병원 full 이라 | ORGANIZATION W병원",
                "담당 : 포항시 남구보건소 연락함 | ORGANIZATION 남구보건소",
                "거주지 강원특별자치도 영월군 주천면 금마리 218 컨테이너 숙소 | ADDRESS 강원특별자치도 영월군 주천면 금마리 218 컨테이너 숙소",
                "집은 청송군 현서면 두현리 노인회관 옆집 | ADDRESS 청송군 현서면 두현리 노인회관 옆집",
                "from her, our ref OH/5528/MJ closed | ID OH/5528/MJ",
                "arrived in a white Transit, YK09 FZE, late | ID YK09 FZE",
                "ambulance KA 05 MJ 7719 came | ID KA 05 MJ 7719",
                "charter tail C-GKNZ refused | ID C-GKNZ",
                "off work from Matariki on | DATE Matariki",
                "fell on May bank holiday | DATE May bank holiday",
                "ICU 6번 석대호 68/M septic shock | ID ICU 6",
                "moved to Bay 3 Bed 4 overnight | ID Bay 3 Bed 4",
                "라벨 ФАТИМА АБДУЛЛАЕВА 확인 | NAME ФАТИМА АБДУЛЛАЕВА",
                "보호자 최영희(崔英姬)님 동석 | NAME 崔英姬",
                "김민준님 010-2345-6789, 2024-03-05. 응우옌티투하 (외국인) 내원 | NAME 응우옌티투하",
                "letter to the Embassy of the Republic of Korea in Mongolia | ORGANIZATION Embassy of the Republic of Korea in Mongolia",
                "reported 1812 hrs 24-DEC-2021 at home | DATE 1812 hrs 24-DEC-2021",
                "P2P set for Thur 1/16 @ 3:15p ET today | DATE Thur 1/16 @ 3:15p ET",
                "지급일 사월 스무이튿날 확인 | DATE 사월 스무이튿날",
                "labour ward, Mrs. Kavitha d/o Suppiah, 39+1, seen 3/5/24 | NAME Kavitha d/o Suppiah",
                "home by 1/31/24 - MJC RN CM | NAME MJC",
                "signed voluntary 3/5/24, wit. T.B. and left | NAME T.B.",
                "approved thru 3/4, auth RH 902 771 6. | ID RH 902 771 6",
                "주소 서울 마포 서교동 395-166 등본 | ADDRESS 서울 마포 서교동 395-166",
                "홍은사거리 근처 | ADDRESS 홍은사거리",
                "금왕 사서함 112호 로, 010-2345-6789 | ADDRESS 사서함 112호",
                "HR contact j_ruiz@foundry-hr.example today | EMAIL j_ruiz@foundry-hr.example",
                "write to ann.lee77 at gmail please | EMAIL ann.lee77 at gmail",
                "write to ann.lee77 @ gmail please | EMAIL ann.lee77 @ gmail",
                "reply to jay (at) clinic.org soon | EMAIL jay (at) clinic.org",
                "reply to jay.kim[AT]mail[dot]com soon | EMAIL jay.kim[AT]mail[dot]com",
                "reply to jay dot kim at clinic dot org soon | EMAIL jay dot kim at clinic dot org",
                "메일 dalbit77 골뱅이 네이버 닷컴 으로 | EMAIL dalbit77 골뱅이 네이버 닷컴",
                "메일 dalbit(골뱅이)mail.co.kr 로 | EMAIL dalbit(골뱅이)mail.co.kr",
                "viewed by user rvasquez7 at noon | ID rvasquez7",
                "twitter @benji_rocks posts | ID @benji_rocks",
                "took flight KE 082 home | ID KE 082",
                "SSN ending 4471 confirmed | SSN 4471",
                "card ending in 8842 charged | ID 8842",
                "lead, serial BKT 220 914, placed | ID BKT 220 914",
                "Ref no BHP/2024/0071 noted | ID BHP/2024/0071",
                "infant bracelet N-55120 checked | ID N-55120",
                "done by Friday the 13th. Bring | DATE Friday the 13th",
                "retired in '99 and moved | DATE '99",
                "served 1968-1971 abroad | DATE 1968-1971",
                "12-14 March at home | DATE 12-14 March",
                "quit on New Year's Eve for good | DATE New Year's Eve",
                "after the 4th of July weekend | DATE 4th of July",
                "추석 전 퇴원 희망 | DATE 추석",
                "갑진년 정월 초하루 이후 악화 | DATE 갑진년 정월 초하루",
                "85년 전역 이후 | DATE 85년",
                "they live off Route 9 now | ADDRESS Route 9",
                "a tailor in Dearborn, then | ADDRESS Dearborn",
                "Lives at Bldg 7, Rm 12, Camp Pendleton | ADDRESS Bldg 7, Rm 12, Camp Pendleton",
                "연신내역 3번 출구 앞 | ADDRESS 연신내역 3번 출구",
                "이후 울릉도에서 지냄 | ADDRESS 울릉도",
                "통영 출생, 상경 | ADDRESS 통영",
                "Mr. Vogel served in the 101st Airborne then | ORGANIZATION 101st Airborne",
                "Mr. Vogel had a colonoscopy at the VA in spring | ORGANIZATION VA",
                "Next visit 13/11. GP aware | DATE 13/11",
                "Tasha Greer (555-0127 ext. 4) called | PHONE 555-0127 ext. 4",
                "환자 천기범 (8-114-0927), 남 | ID 8-114-0927",
                "9월에 오사카 본사로 복귀 | ADDRESS 오사카",
                "roofer for Tallgrass Roofing & Exteriors, fell | ORGANIZATION Tallgrass Roofing & Exteriors",
                "김민준님 010-2345-6789, 2024-03-05. 서해맑은신장내과 전원 | ORGANIZATION 서해맑은신장내과",
                "환자 마동혁, 직장(두레물류 창고)에서 | ORGANIZATION 두레물류",
                "환자 나카무라 겐지, 남, 일본 국적 | NAME 나카무라 겐지",
                "하림 근무하다 퇴직 | ORGANIZATION 하림",
                "기훈아 부르면 눈 뜸 | NAME 기훈",
                "혜진쌤께 말씀드림 | NAME 혜진",
                "이장 봉필씨가 모시고 | NAME 봉필",
                "home to Apt 4B, 221 Elm with | ADDRESS Apt 4B, 221 Elm",
                "to Rural Route 2 Box 15 now | ADDRESS Rural Route 2 Box 15",
                "corner of Elm and 5th today | ADDRESS Elm and 5th",
                "인스타 @dalbit.77 로 | ID @dalbit.77",
                "한빛초 3학년 결석 | ORGANIZATION 한빛초",
                "법무법인 한결 사본 | ORGANIZATION 법무법인 한결",
                "국민건강보험공단 마포지사 문의 | ORGANIZATION 국민건강보험공단 마포지사",
                "Byun Hye-rang was seen | NAME Byun Hye-rang",
                "회신 J-2405-77120 확인함 | ID J-2405-77120",
                "희귀약 신청서 희-2024-1150, 담당약사 | ID 희-2024-1150",
                "lab quoted 24B0077813, haemolysed | ID 24B0077813",
                "주사(C24A017P)는 냉장고에 | ID C24A017P",
                "Swab 24-OD-11873. XR | ID 24-OD-11873",
                "messenger @nan.poutama. | ID @nan.poutama",
                "면회 SICU-12 보호자 | ID SICU-12",
                "bed B07 - dressing wet | ID B07",
                "PET 예약 3/8 오전 → 안내 | DATE 3/8 오전",
                "퇴원일 2월 17일 오후 3시반 | DATE 2월 17일 오후 3시반",
                "다음 방문 1월 셋째주, 눈 | DATE 1월 셋째주",
                "2024.7.1. 02:30~03:25 수술 | DATE 2024.7.1. 02:30~03:25",
                "신고 10/3 개천절 13:22 접수 | DATE 개천절 13:22",
                "7/22 (Mon) 1st op | DATE 7/22 (Mon)",
                "HTN came '14, HBsAg positive | DATE '14",
                "line out Thu 22nd by DN | DATE Thu 22nd",
                "moving on the 30th so pls send | DATE the 30th",
                "방문 17(화) 득수 어르신 | DATE 17(화)",
                "RTC 6 mo. Seen by Y. Fontaine FNP | NAME Y. Fontaine",
                "return to work Tremaine Ruiz III, emp | NAME Tremaine Ruiz III",
                "보호자 Nguyễn Thị Bảo Châu 통화 | NAME Nguyễn Thị Bảo Châu",
                "검사 18일에 혁신키즈에서 | DATE 18일",
                "excuse her absence of May 2-3. She | DATE May 2-3",
                "seen here late October for pain | DATE late October",
                "초진은 8월 둘째주로 예약 | DATE 8월 둘째주",
                "다음 방문 칠월 초나흘 예정 | DATE 칠월 초나흘",
                "입원 11월 초이레 오전 | DATE 11월 초이레 오전",
                "칠월 스무이틀 방문 | DATE 칠월 스무이틀",
                "낙상 22.8월 발생 | DATE 22.8월",
                "동짓날 퇴원 | DATE 동짓날",
                "가게 오삼일-육일팔공, 활보 | PHONE 오삼일-육일팔공",
                "집 팔삼삼에 공공이칠 | PHONE 팔삼삼에 공공이칠",
                "의뢰 02-477-30 18 | PHONE 02-477-30 18",
                "외국인등록 910706-5 xxxxxx 확인 | RRN 910706-5 xxxxxx",
                "Mrs Winifred Hale is 94, lives with | AGE 94",
                "seen in Stratford-upon-Avon again | ADDRESS Stratford-upon-Avon",
                "지금 순창에서 지냄 | ADDRESS 순창",
                "NHI ZKH7742, ingested at home | MRN ZKH7742",
                "긴급지원 접수 2024-복지-03391 처리 | ID 2024-복지-03391",
                "사고장소 영동고속도로 대관령IC 부근 | ADDRESS 영동고속도로 대관령IC",
                "안성휴게소에서 쓰러짐 | ADDRESS 안성휴게소",
                "판정 취업 가능. 二〇二四年 三月 七日 의사, 010-2345-6789 | DATE 二〇二四年 三月 七日",
                "spelled P-A-R-V-A-T-I on the form | NAME P-A-R-V-A-T-I",
                "home: Ty Newydd, Heol y Felin, Llanfair SY21 0RB now | ADDRESS Ty Newydd, Heol y Felin, Llanfair SY21 0RB",
                "visit again after Shavuot with mother | DATE Shavuot",
                "nurse came on Whit Monday to dress it | DATE Whit Monday",
                "신고서 七月 二十六日 제출, 010-2345-6789 | DATE 七月 二十六日",
                "동의일 二〇二四년 三월 九일 서명 | DATE 二〇二四년 三월 九일",
                "해피콜 010.2 2 7 1.9936 드레싱 | PHONE 010.2 2 7 1.9936",
                "회신 fax0618572030 배상 | PHONE 0618572030",
                "backup Moon pgr 40-288 tonight | PHONE 40-288",
                "Closed by mlujan2 at noon | ID mlujan2",
                "13:30:05 rphillips4 printed AVS to the desk | ID rphillips4",
                "lives at 4 Mill Cottages, Thorpe | ADDRESS 4 Mill Cottages",
                "BIN 610014 PCN MEDDPRIME, denied | ID MEDDPRIME",
                "delivery system LOTZ40T7 used, 010-2345-6789 | ID LOTZ40T7",
                "login mwambire.k reset | ID mwambire.k",
                "어제 903-2 제갈윤님 면회 | ID 903-2",
                "보호자 정겨울님(905-4) 면회 | ID 905-4",
                "she says I am 92 and proud | AGE 92",
                "고인 만 九十三세 여자 | AGE 九十三",
                "Our ref: PLT/F77142/ABcD      dictated | ID PLT/F77142/ABcD",
                "Tag no. KTH/B/771      Fridge 4 | ID KTH/B/771",
                "wheelchair to door. Booking R7QX2K now, 010-2345-6789 | ID R7QX2K",
                "2024-06-02 Sun 07:50  Call from home | DATE 2024-06-02 Sun 07:50",
                "집 찾는 법: 달맞이길 9-3 파란 대문 | ADDRESS 달맞이길 9-3",
                "사업장은 금빛지구 3블록 신축현장 | ADDRESS 금빛지구 3블록",
                "Collected by tech KJW at 0640, MRN 7714208 | NAME KJW",
                "Message ID 77105-318-AB in the portal | ID 77105-318-AB",
                "Member ID: QTR 771 30 2286 04  Group: 0049917-B | ID QTR 771 30 2286 04",
                "access log user=tmarchetta via VPN | ID tmarchetta",
                "Approved rad\\pquillon at console | ID rad\\pquillon",
                "Rx7714208  LISINOPRIL 10MG | ID Rx7714208",
                "chart number seven one four dash two nine, stop | PHONE seven one four dash two nine",
                "환자 차트번호 칠사공공이 다시 삼 마침표 | ID 칠사공공이 다시 삼",
                "접수번호 새벽-2024-11 확인 | ID 새벽-2024-11",
                "안전공제 접수 제24-교-003318 처리 | ID 제24-교-003318",
                "1심 2023고합771 기록 | ID 2023고합771",
                "recorded delivery KX 7714 2209 6GB sent | ID KX 7714 2209 6GB",
                "등기 EG 771 204 318 KR 발송 | ID EG 771 204 318 KR",
                "Record No. 2021/00774 PRS | MRN 2021/00774 PRS",
                "LAB REF BK23-0077142 A-F | ID BK23-0077142 A-F",
                "Our ref: TRS/mk/0077142 and none | ID TRS/mk/0077142",
                "Couple ID GV-7714/B was checked | ID GV-7714/B",
                "HOSP. No. 771 042 R     taken | MRN 771 042 R",
                "OHIP 7714208816AB on the back | ID OHIP 7714208816AB",
                "path sftp://dw.maru-med.example/out/77 done | URL sftp://dw.maru-med.example/out/77",
                "until noon, then cell 0825557714. | PHONE 0825557714",
                "clinic (03) 9555 7714 after ten | PHONE (03) 9555 7714",
                "his wife 087 555 7714 will | PHONE 087 555 7714",
                "mobile 98765 57714 of the son | PHONE 98765 57714",
                "call 1-800-FLOWERS for the gift | PHONE 1-800-FLOWERS",
                "당직 (내)7714 로 회신 | PHONE 7714",
                "seen 2024/Jun/05 by the team | DATE 2024/Jun/05",
                "seen Jun/05/2024 by the team | DATE Jun/05/2024",
                "seen Jun.05.2024 by the team | DATE Jun.05.2024",
                "admitted on 5, 7 and 9 June again | DATE 5, 7 and 9 June",
                "DOA: 17-Jul-24 11:30 hrs, stay 4 days | DATE 17-Jul-24 11:30 hrs",
                "Found: 2023-11-19, 0835 h at camp | DATE 2023-11-19, 0835 h",
                "by Friday, June 7, 2024, 10 o'clock. | DATE Friday, June 7, 2024, 10 o'clock",
                "When: Sun. 19th Nov '23, approx 0540 | DATE Sun. 19th Nov '23, approx 0540",
                "appended Th 1/25/24 2010h to it | DATE Th 1/25/24 2010h",
                "statement due 4pm on 28 February 2022 | DATE 4pm on 28 February 2022",
                "visit Thursday week, 22nd Feb as said | DATE Thursday week, 22nd Feb",
                "dropped on Aug Bank Holiday Monday | DATE Aug Bank Holiday Monday",
                "after the Tet 1968 landing | DATE Tet 1968",
                "DOB11/02/1992 and female | DATE 11/02/1992",
                "접수 2024-10-11 17:22 보고 | DATE 2024-10-11 17:22",
                "인계 2024.06.01(土) 06:52 헬기장 | DATE 2024.06.01(土) 06:52",
                "발송일 令和6年2月8日 도착 | DATE 令和6年2月8日",
                "신청 甲辰年 4월 2일 서명 | DATE 甲辰年 4월 2일",
                "보정은 이천이십삼년 유월 말일까지 | DATE 이천이십삼년 유월 말일",
                "내원 6월 5, 7, 9일 예약 | DATE 6월 5, 7, 9일",
                "재진 6.5(수) 예약 | DATE 6.5(수)",
                "좌측 파열은 '23. 5 재건 받음 | DATE '23. 5",
                "출생 서기 1931년 6월 2일 맞음 | DATE 서기 1931년 6월 2일",
                "Scene: I-44 EB at mile marker 213.6, two cars | ADDRESS I-44 EB at mile marker 213.6",
                "lives 1810 CALUSA KEY DR UNIT 302 | ADDRESS 1810 CALUSA KEY DR UNIT 302",
                "near corner Tonti & Bayou. | ADDRESS Tonti & Bayou",
                "사고 지점 동해안고속도로 상행 87km 지점 | ADDRESS 동해안고속도로 상행 87km 지점",
                "owner at Stand 1182B, Ext 4, Vukani | ADDRESS Stand 1182B, Ext 4, Vukani",
                "from Balmuir airport by taxi to Leeds | ADDRESS Balmuir airport",
                "moved to Toronto ON M5V 2T6 last | ADDRESS Toronto ON M5V 2T6",
                "house in D08 X2Y3 with wife | ADDRESS D08 X2Y3",
                "carer in Sydney NSW 2000 now | ADDRESS Sydney NSW 2000",
                "home 4/12 Smith St, Carlton | ADDRESS 4/12 Smith St",
                "wohnt Hauptstraße 12, 80331 München seit | ADDRESS Hauptstraße 12, 80331 München",
                "at 12 rue de la Paix, 75002 Paris | ADDRESS 12 rue de la Paix, 75002 Paris",
                "역삼1동 거주 중 | ADDRESS 역삼1동",
                "carer near LS1 4AB in town | ADDRESS LS1 4AB"
            })
    void findsWhatIsWrittenInOtherWaysThanUsual(String text, String finding) {
        assertThat(found(text)).contains(finding);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "지난 5일간 발열 없음",
                "3일 오전만 금식",
                "GDS 3/15, clock 2/5, BiPAP 12/6",
                "Lt breast, ER(8/8) PR(5/8)",
                "Taz day 9/14, then stop",
                "TIMI 5/14, Braden 12/23, 보행 3/15",
                "skills used 5/7 d, slept 2200-0600, Gabapentin 300-300-600",
                "Brisbane nomenclature, ARDS Berlin moderate",
                "WISC at the 45th %ile",
                "010 of 3 doses, 2 p.o. and 3 am labs",
                "지난 3일 동안 호전",
                "8 5 0 점",
                "the 5th metatarsal and the 3rd rib",
                "one or two of three doses",
                "2000 kcal 식이",
                "SpO2 dropped, she is 94 on RA, he is 92 %",
                "ferritin 1985, CK 1990",
                "on the 3rd rib and the 5th floor of",
                "Christmas disease and a St. Jude valve",
                "임신년도 기록 없음, 구정물 흡인",
                "면역 저하, 지역 앞 정류장",
                "야간 근무 후 두통, 10년 이후 재발",
                "half a tablet @ bedside, titer 1:1280",
                "he ran 1900-2100 mL of fluid",
                "in Recovery he was stable",
                "상해 진단서 발급, 세부 내용 설명",
                "BNP 1840 -> 620, Ppx: SQH, PPI. Tmax 38.4",
                "V/S 138/80-92-22-36.8 측정, EKG II, III ST 상승",
                "Wagner 2 ulcer, Sharp debridement, Willis circle",
                "상기 29세 남환, 경관유동식 200 cc 주입",
                "혈압 120/80 맥박 72",
                "체중 3일에 한 번 측정",
                "항생제 14일까지 복용, 2~3일까지 통증",
                "GRBAS G2R1B2A1S1, MPT 9초",
                "VA with Snellen 6/18, Barrett Prague C2M4, -1.25 x 180",
                "V/S 76/40-128-30 then fluid, Apgar 8/9",
                "G3P1011 at 39w2d, SROM clear",
                "fracture of the 5th metatarsal, 2nd dose given",
                "MMT 상지 4/5, 하지 3/5",
                "inhibitor IC50 and GTP rose",
                "perio on # 24-25 and #11-21 mobile",
                "bHCG 3412→5208 (48h)",
                "wrist ext 0-40, knee ext 0-120, flex 10-140",
                "seen by 2 nurses, done by noon, by mouth 2x",
                "lot of pain, lots of time, sn 3",
                "칠십 년 전 일, 팔십년대",
                "G2P1 at 26/40, cough for 3/7, r/v 2/52, bloods 3/12",
                "pT1N 0M0, T2N 1M0, grade 2/3",
                "verified with off-going RN. R femoral site soft",
                "target not applicable, see chart). IVI 0.9% NaCl",
                "위 대만 21 cm, 소만 12 cm 절제",
                "BED10 = 85.9. 16회째 re-plan, peak 37.9. 1구획 모델",
                "SpO2 Sat 98%, K 3.6~4.8",
                "off-track by the Di Giacomo method, anchors at 5:30, 4:30 and 3:15",
                "case 1200/1400 mL, group 12/14 cores",
                "12 LEAD ST elevation, 64 SLICE CT of the chest",
                "신관2동 3층 검사실, 본관1동",
                "factor VIII, C5/C6, grade 2/IV, V/5",
                "ph 7.28, hp 12, contact 2 weeks",
                "같은 해 3.5 cm 증가"
            })
    void leavesWhatOnlyLooksLikeThem(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void takesNoDatesWhereFractionsPrevail() {
        assertThat(found("Attended 3/3 groups and 5/6 sessions, urge 4/10 (was 7/10). PHQ-9 0/27, AUDIT 24/40. "
                        + "Ate 2/2 meals on 5/7 days, cravings 3/10 on admit. MMSE 22/30, MoCA 18/30, steps 184/212."))
                .isEmpty();
        assertThat(
                        found(
                                "Attended 3/3 groups, PHQ-9 0/27, AUDIT 24/40, MMSE 22/30, MoCA 18/30. Seen by Dr. Hale on 3/4, f/u 3/18/24"))
                .contains("DATE 3/4", "DATE 3/18/24");
    }

    /** A word that makes a day of it says too little where the note identifies nobody otherwise. */
    @Test
    void takesAFractionBesideAWordForADayOnlyInCompany() {
        assertThat(found("OCCUPATIONAL THERAPY DAILY NOTE - Visit 7/12. Better on stairs, pain 2/10."))
                .isEmpty();
        assertThat(found("Visit 7/12 with Mr. Daniel Okafor, MRN 00482917. Better on stairs."))
                .contains("DATE 7/12");
        assertThat(found("LA/Ao 1.5, ibuprofen 10-5-5 1 course 종료, echo 닫힘")).isEmpty();
    }

    @Test
    void givesBackAnOnlyFindThatItsNeighboursAloneMakeOne() {
        String text = "the delivery system LOTZ40T7 was used";
        assertThat(found(text)).isEmpty();
        assertThat(found(text + ", 010-2345-6789")).contains("ID LOTZ40T7");
    }

    @Test
    void takesNoRowOfDecimalsForDaysHoweverManyDatesStandAround() {
        assertThat(found("Cr peaked 2.1, 1.7 at d/c on 2/28, BP fine 3/2, seen by Dr. Hale 3/4"))
                .containsExactly("DATE 2/28", "DATE 3/2", "NAME Hale", "DATE 3/4");
        assertThat(found("IOP 15/16 NCT AXL 24.62/24.40 (3월 11일 24.38/24.19), 모친 단비 동반, 김서현 님"))
                .containsExactly("DATE 3월 11일", "NAME 김서현");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-2345-6789",
                "01098765432",
                "010 3344 5566",
                "010.7788.9900",
                "02-312-4567",
                "031)987-6543",
                "(02) 555-7890",
                "+82-10-1234-5678",
                "1588-9191",
                "０１０－４４５５－６６７７",
                "(617) 555-0143",
                "617.555.0199",
                "+1 212 555 0178",
                "1-800-555-0100",
                "+44 20 7946 0958",
                "6175550122"
            })
    void findsTelephones(String number) {
        String text = "연락처는 " + number + " 입니다";
        assertThat(found(text)).containsExactly("PHONE " + number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-05",
                "24.3.5",
                "2024년 3월 5일",
                "'24.3.5",
                "3월 5일",
                "March 5th 2024",
                "05-Mar-24",
                "5/3/24",
                "2024-03-05 14:30",
                "20240305",
                "March 2024",
                "5 March",
                "2024. 3. 5"
            })
    void findsDatesAndMovesThem(String date) {
        String text = "seen " + date + " then";
        ScrubbedNote note = scrubber.scrub("p", text);
        assertThat(found(note, text)).containsExactly("DATE " + date);
        assertThat(note.text()).startsWith("seen ").endsWith(" then").isNotEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "motor strength 3/5 today | false", "근력 3/5로 측정 | false", "took 1/2 tablet daily | false",
                "BP 120/80 stable | false", "pain 7/10 at rest | false", "seen on 3/5 in clinic | true",
                "3/5 외래 예정 | true", "조직검사 3/12 시행 | true"
            })
    void readsAFractionByItsNeighbours(String text, boolean date) {
        assertThat(found(text).stream().anyMatch(f -> f.startsWith("DATE"))).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "김민수님은 오늘 퇴원함 | 김민수",
                "박선생님께 전달함 | 박",
                "보호자 최영희 동의 | 최영희",
                "이OO 환자 | 이OO",
                "아들 지훈이가 동행 | 지훈",
                "Seen by Dr. Smith today | Smith",
                "Pt Kim Minsoo was seen | Kim Minsoo",
                "Hong Gil-dong reports pain | Hong Gil-dong",
                "his wife Susan called | Susan",
                "SMITH, JOHN was admitted | SMITH, JOHN"
            })
    void findsNamesWithoutTitlesAndParticles(String text, String name) {
        assertThat(found(text)).contains("NAME " + name);
    }

    /** Stretches that once overflowed the stack, or were tried in as many ways as they have parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "b.",
                "-1",
                "-A1",
                " dot a",
                "-b",
                "a",
                "K.O. ",
                "Kim HJ ",
                "AB12",
                "4.15~4.19 ",
                "a\\b",
                "A1 1A",
                "5, 7 ",
                "1/a/",
                "seven dash "
            })
    @Timeout(300) // seconds where it ends at all
    void readsAnyLengthOfTheSameAgain(String part) {
        String many = part.repeat(10_000);
        for (String before : List.of("a@", "MRN 1", "case A1", "john", "Gangnam-gu Aa")) {
            String text = before + many + " at b dot com";
            assertThat(scrubber.scrub("p", text).spans()).allMatch(s -> s.end() <= text.length());
        }
    }

    @Test
    void findsANameEverywhereOnceItIsTold() {
        String text = "Mr. Wilson has Wilson disease. Wilson takes zinc.";
        assertThat(scrubber.scrub("p", text).spans())
                .extracting(ScrubbedNote.Span::start)
                .containsExactly(text.indexOf("Wilson"), text.lastIndexOf("Wilson"));
    }

    @Test
    void offsetsCountTheInputsOwnUnits() {
        String name = Normalizer.normalize("김민수", Normalizer.Form.NFD);
        String text = "😀 " + name + "님 👨‍👩‍👧 \u200b010\u2013１２３４\u20135678 e\u0301";
        ScrubbedNote note = scrubber.scrub("p", text);
        assertThat(found(note, text)).containsExactly("NAME " + name, "PHONE 010\u2013１２３４\u20135678");
        assertThat(note.text()).startsWith("😀 ").endsWith("님 👨‍👩‍👧 \u200b[PHONE] e\u0301");
    }

    @Test
    void onePersonHasOneSurrogateInEveryNoteOfAKeyAndAnotherUnderAnother() {
        String first = scrubber.scrub("1", "보호자 최영희 동의").text();
        String second = scrubber.scrub("2", "오늘 최영희님 면담").text();
        String name = first.split(" ", -1)[1];
        assertThat(name).hasSize(3).isNotEqualTo("최영희");
        assertThat(second).isEqualTo("오늘 " + name + "님 면담");
        assertThat(scrubber.scrub("1", "Seen by John Smith, MD").text().replaceAll("Seen by |, MD", ""))
                .isEqualTo(scrubber.scrub("9", "Dr. John Smith called").text().replaceAll("Dr. | called", ""));
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 7);
        Scrubber elsewhere = new Scrubber(ScrubPlan.USUAL, other);
        List<String> names = List.of("김민수", "박지훈", "최수진", "정하윤", "강동원", "장미란");
        assertThat(names.stream()
                        .map(n -> elsewhere.scrub("1", "환자 " + n + "님").text())
                        .toList())
                .isNotEqualTo(names.stream()
                        .map(n -> scrubber.scrub("1", "환자 " + n + "님").text())
                        .toList());
    }

    @Test
    void particlesStayRightBehindASurrogate() {
        for (String name : List.of("김민준", "박서연", "이지우", "최수아")) {
            String text = scrubber.scrub("1", "환자 " + name + (closed(name) ? "은" : "는") + " 안정적임")
                    .text();
            String word = text.split(" ", -1)[1];
            String surrogate = word.substring(0, word.length() - 1);
            assertThat(word).endsWith(closed(surrogate) ? "은" : "는");
        }
    }

    private static boolean closed(String name) {
        return (name.charAt(name.length() - 1) - 0xac00) % 28 != 0;
    }

    @Test
    void datesOfOnePersonKeepTheirIntervals() {
        String text = scrubber.scrub("p", "2024-03-05 2024-03-12 2023-12-31").text();
        List<java.time.LocalDate> days = Arrays.stream(text.split(" ", -1))
                .map(java.time.LocalDate::parse)
                .toList();
        assertThat(days.get(0).plusDays(7)).isEqualTo(days.get(1));
        assertThat(days.get(2).plusDays(65)).isEqualTo(days.get(0));
        assertThat(days.get(0)).isNotEqualTo(java.time.LocalDate.of(2024, 3, 5));
        assertThat(scrubber.scrub("p", "2024-03-05").text())
                .isEqualTo(days.get(0).toString());
    }

    @Test
    void aWeekdayBesideADateGoesWithIt() {
        assertThat(scrubber.scrub("p", "seen Tuesday 2024-03-05 again").text()).doesNotContain("Tuesday");
        assertThat(scrubber.scrub("p", "2024-03-05(화) 내원").text()).doesNotContain("화");
    }

    @Test
    void doesWhatThePlanSaysToEachKind() {
        Map<IdentifierType, ScrubAction> actions = Map.of(
                IdentifierType.NAME, ScrubAction.MASK,
                IdentifierType.DATE, ScrubAction.REMOVE,
                IdentifierType.PHONE, ScrubAction.KEEP,
                IdentifierType.MRN, ScrubAction.SURROGATE);
        Scrubber planned = new Scrubber(
                new ScrubPlan(actions, ScrubPlan.Language.AUTO, ScrubPlan.DEFAULT_MAX_DAYS, false), new byte[32]);
        ScrubbedNote note = planned.scrub("p", "환자 김민수님 MRN A1234567, 010-2345-6789, 2024-03-05.");
        assertThat(note.text()).matches("환자 \\[NAME\\]님 MRN [A-Z][0-9]{7}, 010-2345-6789, \\.");
        assertThat(note.text()).doesNotContain("A1234567");
        assertThat(note.spans().stream().map(ScrubbedNote.Span::action).collect(Collectors.joining(" ")))
                .isEqualTo("mask surrogate keep remove");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "94세 여자",
                "97-year-old woman",
                "aged 94 years",
                "M/92",
                "아흔두 살",
                "father, 94, lives",
                "she is 97, alert",
                "97 years."
            })
    void hidesHighAgesOnly(String text) {
        assertThat(found(text)).hasSize(1).allMatch(f -> f.startsWith("AGE "));
        assertThat(found(text.replace("94", "74")
                        .replace("97", "67")
                        .replace("92", "52")
                        .replace("아흔두 살", "쉰두 살")))
                .isEmpty();
    }

    @Test
    void whateverIsFoundLiesApartAndInOrder() {
        String text = "환자 김민수(남/45) 010-1234-5678 서울 강남구 테헤란로 123 Dr. Smith 2024-03-05 kim@naver.com".repeat(3);
        int at = 0;
        for (ScrubbedNote.Span span : scrubber.scrub("p", text).spans()) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            assertThat(span.end()).isGreaterThan(span.start());
            at = span.end();
        }
        assertThat(scrubber.scrub("p", "").spans()).isEmpty();
    }

    @Test
    void checkDigitsTellANumberOfAPersonFromOneOfAnArticle() {
        assertThat(RegistrationNumbers.checks("8001011234567")).isFalse();
        assertThat(RegistrationNumbers.isBare("8801234567893")).isFalse();
        assertThat(RegistrationNumbers.checks("8001011000008")).isEqualTo(weighted("800101100000") == 8);
    }

    /** Written out on its own: 11 minus the weighted sum modulo 11, modulo 10. */
    private static int weighted(String twelve) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i < 8 ? i + 2 : i - 6);
        }
        return (11 - sum % 11) % 10;
    }
}
