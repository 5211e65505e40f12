package dari.provisioner.scrub;

import java.util.List;
import java.util.stream.Stream;

/** Written by hand for {@link InventedWords}: what the public lists do not hold. */
final class WordPools {

    static final String KOREAN_SURNAMES =
            "김김김김김김김김김김김이이이이이이이박박박박최최최정정정강강조조윤윤장장임임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간견당";
    static final String RARE_SURNAMES =
            "갈감견경계공관교국궁궉금기길단담당대도독돈동두라려련로뢰류마만망맹명모목묘묵미반범보복봉부비빈빙사삼상석선설섭소순승시아애야어엽영예옥온옹왕요용운위육은음인저전점정제종좌준즙창초추춘탁탄탕태판팽편평포표풍피필학해형호홍화후흥";
    static final List<String> WORD_NAMES = list(
            "하늘 노을 이슬 가을 한별 은별 샛별 다솜 다솔 아름 보람 슬기 초롱 이든 라온 가온 누리 나래 미르 바다 한길 새롬 푸름 한솔 예솔 은솔 다은 소담 하람 도담 해솔 꽃님 별님 달래 "
                    + "진달래 민들레 도라지 초원 우람 한결 새별 여름 겨울 빛나 하나 두리 세나 우리 나리 마루 아라 가람 단비 은비 꽃비 솔비 윤슬 시내 시아 이솔 늘봄 새봄 온유 조은 고은 기쁨 사랑 은총 평강 "
                    + "요셉 모세 다윗 한나 에스더 로사 마태오 바오로 소라 모란 보라 분홍 은하 반디 구름 나비 방울 황금 태양 바람 소리 믿음 소망 힘찬 든솔 가온누리 하늘빛 시은별 나라 고운 미소 새얀 하얀 다람 강산 "
                    + "옥분 순자 말순 점례 금례 복순 갑순 끝순 춘자 영자 옥희 명자 정순 봉순 을순 막녀 삼순 석분 귀남 순영 복자");
    static final String FOREIGN_SYLLABLES = "바르트에타나라마무카림샤파티제보로하단소피아케이스알리자드빈누르살레만코프예프스키체렝아이굴토미네데시오후안뜨엉히엔풍부사이폰차이위라완다";
    static final String NOUN_SYLLABLES =
            "가각간갈감갑강개객거건검겁격견결경계고곡골공과관광괴교구국군굴궁권귀규균극근글금급기긴길김나낙난날남납내냉년념노녹논농뇌누눈능다단달담당대덕도독돈동두둔등라락란람랑래량력련렬령례로록론료루류륜률리림막만말망매맥맹면멸명모목몰묘무묵문물미민밀박반발방배백번벌범법벽변별병보복본봉부분불비빈빙사산살삼상색생서석선설섭성세소속손송쇄쇠수숙순술숨습승시식신실심쌍씨아악안알암압앙애액야약양어억언엄업여역연열염엽영예오옥온옹와완왕외요욕용우운울원월위유육윤은음응의이익인일임입자작잔잠장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉증지직진질집징차착찬참창채책처척천철첨청체초촉촌총최추축춘출충취측층치칙친침칭쾌타탁탄탈탐태택토통퇴투특파판팔패편평폐포폭표품풍피필하학한할함합항해핵행향허헌험혁현혈협형혜호혹혼홀홍화확환활황회획횡효후훈훼휘휴흉흑흡흥희";
    static final List<String> KO_ENDINGS = list(
            "하고 하며 하여 하였음 하였다 하였고 되었음 됨 되어 되고 함 하심 하시고 하기로 해서 했으나 했다고 되지 하지 하면 하던 하는 한 할 된 될 시킴 중 중임 시 후 전 이며 이고 임 이었음 으로 로 에서 에는 에 도 만 까지 부터 보다 처럼 없이 없음 있음 있어 하였으나 되었으나 하도록 하겠다고 한다고 스럽다고 적인 적으로 성 형 증 염 술 률 량");
    static final List<String> KO_LOANS = list(
            "스텐트 카테터 카뉼라 드레싱 마스크 비타민 칼슘 칼륨 나트륨 크레아티닌 빌리루빈 알부민 헤모글로빈 콜레스테롤 스테로이드 인플루엔자 코로나 바이러스 박테리아 헬리코박터 알레르기 아토피 "
                    + "류마티스 파킨슨 알츠하이머 크론 베체트 가와사키 하시모토 그레이브스 바렛 머피 바빈스키 롬버그 글라스고 아프가 포르테오 홀터 도플러 레이저 로봇 리도카인 에피네프린 도파민 세로토닌 도부타민 헤파린 폴리 에어백 "
                    + "리커트 벡 로르샤흐 콘택트렌즈 임플란트 브라켓 크라운 레진 스케일링 포도당 하이드로콜로이드 폼 알지네이트 거즈 실리콘 티타늄 세라믹 나사못 플레이트 핀 와이어 골시멘트 필라테스 요가 수영 조깅 워커 휠체어 스쿠터 카페인 알코올 니코틴 "
                    + "마라탕 라면 김치 우유 치즈 땅콩 새우 게 복숭아 딸기 토마토 오렌지 주스 커피 콜라 소주 맥주 막걸리 텔레비전 스마트폰 카톡 유튜브 인터넷 게임");
    static final List<String> MEDICAL_ENDINGS = list(
            "itis osis oma emia uria pathy ectomy otomy ostomy plasty scopy graphy gram algia plegia paresis rrhea genic lytic cyte blast phil philia phobia trophy megaly sclerosis stenosis ptosis dynia ine ide ate ase ol al ic ous ar ary ular oid in one ane ene");
    static final List<String> STATES = List.of(
            ("Alabama|Alaska|Arizona|California|Colorado|Florida|Georgia|Hawaii|Illinois|Indiana|Iowa|Kansas|Kentucky|Maine|Maryland|Massachusetts|Michigan|Minnesota|Montana|Nevada|New Jersey|New York|North Carolina|"
                            + "Ohio|Oregon|Pennsylvania|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|USA|UK|England|Scotland|Wales|Ireland|Canada|Mexico|Brazil|Chile|Peru|France|Germany|Spain|Italy|Poland|Sweden|Norway|Turkey|Iran|Iraq|India|"
                            + "China|Japan|Korea|Vietnam|Thailand|Nepal|Mongolia|Uzbekistan|Egypt|Nigeria|Kenya|Ghana|Somalia|Ethiopia|Australia|New Zealand|Africa|Asia|Europe")
                    .split("\\|", -1));
    static final List<String> TWO_SURNAMES = list("남궁 황보 제갈 선우 독고 서문 사공");
    static final List<String> FOREIGN = list("응우옌 쩐 르엉 부이 팜 호앙 티 반 투 란 흐엉 마이 응옥 중 아나 마리아 로사 호세 카를로스 "
            + "존 마이클 제임스 사라 제니퍼 데이비드 무함마드 알리 하산 파티마 아흐메드 라힘 칸 싱 쿠마르 라제시 프리야 바야르 바트 오윤 간바타르 뭉크 "
            + "첸 왕리 장웨이 리나 류양 타나카 스즈키 야마모토 유키 하나코 겐지 알렉산더 이반 세르게이 나탈리아 올가 굴나라 수라야 아지즈 딜쇼드 산토스 "
            + "크루즈 데라 후안 페드로 소팔 찬 소카 비샬 구룽 타망 라마 수닐 아웅 민트 킨 투자르 술타노프 카리모바");
    static final List<String> KO_PLACES =
            list("서울 부산 대구 인천 광주 대전 울산 수원 성남 용인 고양 창원 청주 천안 전주 포항 김해 제주 평택 안산 안양 남양주 화성 구미 "
                    + "진주 원주 춘천 강릉 여수 순천 목포 군산 익산 경주 안동 거제 통영 양산 의정부 파주 김포 하남 이천 여주 양평 홍천 속초 동해 삼척 태백 정선 평창 충주 제천 "
                    + "보령 서산 당진 논산 공주 아산 세종 남원 정읍 김제 나주 광양 해남 완도 진도 영암 무안 밀양 사천 함안 창녕 거창 합천 문경 상주 영주 봉화 울진 영덕 서귀포");
    static final List<String> TOWNS_ABROAD = list(
            "퍼스 시카고 연길 자카르타 나고야 밴쿠버 호치민 하노이 껀터 하이퐁 마닐라 세부 울란바토르 타슈켄트 사마르칸트 알마티 카트만두 다카 콜롬보 양곤 방콕 치앙마이 도쿄 오사카 후쿠오카 삿포로 "
                    + "베이징 상하이 선양 하얼빈 칭다오 뉴욕 보스턴 애틀랜타 시애틀 댈러스 휴스턴 토론토 시드니 멜버른 오클랜드 런던 파리 베를린 뮌헨 밀라노 마드리드 모스크바 블라디보스토크 두바이 리야드 카이로 나이로비 라고스");
    static final List<String> KO_DONG = list("역삼 삼성 신림 봉천 상도 목 화곡 방화 연희 망원 합정 성수 자양 구의 중곡 면목 상계 공릉 수유 미아 길음 돈암 정릉 "
            + "불광 응암 잠실 가락 문정 둔촌 명일 서현 야탑 정자 수내 영통 인계 매탄 권선 일산 주엽 마두 중동 상 심곡 부평 계산 송도 연수 구월 관양 비산 평촌 산본 "
            + "우 좌 해운대 광안 대연 사직 연산 온천 범어 만촌 수성 황금 침산 둔산 월평 노은 관저 봉명 복대 가경 효자 송천 인후 상무 치평 용봉 학 남외");
    static final List<String> KO_ORG_FRONT = list(
            "한빛 새봄 우리 연세 서울 미래 참좋은 행복한 사랑 은혜 성모 중앙 제일 현대 삼성 고려 동국 하나 늘푸른 햇살 해맑은 "
                    + "푸른숲 튼튼 바른 밝은 편안한 가온 다온 예담 온누리 효 성심 대성 성진 태화 세진 두원 동원 해금강 녹십자 나섬 갓바위 비슬 고운 천마 풍산 한라 네오 시믹 오투 별빛 양지 청송 원곡 흥남 자애 광명 신세계 대한 한국 동아 금강 백두 한솔 가람 나래 이음 드림 누리 소망 아름 별빛 꿈 지혜");
    static final List<String> KO_CARE = list(
            "병원 의원 내과 내과의원 외과의원 정형외과 정형외과의원 신경외과 이비인후과 안과의원 소아과 소아청소년과의원 산부인과 피부과의원 "
                    + "가정의학과의원 정신건강의학과의원 한의원 치과 치과의원 요양병원 요양원 재활병원 대학교병원 대병원 의료원 메디컬센터 실버타운 노인복지센터 복지관 주간보호센터 약국 건강검진센터 암병원 어린이병원 보건소 보건지소 정신건강복지센터 치매안심센터");
    static final List<String> KO_OTHER = list(
            "초등학교 중학교 고등학교 여고 여중 대학교 대 공고 유치원 어린이집 전자 건설 중공업 화학 제약 은행 생명 화재 손해보험 증권 물산 산업 정밀 "
                    + "통운 택배 상사 식품 시청 구청 군청 주민센터 경찰서 소방서 파출소 지구대 119안전센터 보건지소 보건소 행정복지센터 치매안심센터 가족센터 감리교회 다이캐스팅 금속 플라스틱 정공 공조 해운 이노텍 케어 의료기 식당 횟집 상회 휴게소 시장 공제조합 보훈지청 교도소 산악회 사단 초 여상 사 암 지방법원 세무서 우체국 교육청 부대 교회 성당 학원 아파트관리사무소 농협 새마을금고 공단 공사 재단 협회");
    static final List<String> KO_KNOWN =
            list("삼성전자 현대자동차 엘지화학 포스코 카카오 네이버 쿠팡 배달의민족 롯데마트 이마트 홈플러스 대한항공 아시아나 한국전력 코레일 삼성생명 교보생명 한화생명 "
                    + "현대해상 국민건강보험공단 국민연금공단 근로복지공단 세브란스 아산병원 성모병원 삼성서울병원 서울대병원 카이스트 연세대 고려대 한양대 경희대 인하대 조선대 신한은행 우리은행 하이닉스 두산 두산중공업 "
                    + "한진 한화 기아 쌍용차 르노코리아 농심 오뚜기 풀무원 씨제이 스타벅스 맥도날드 다이소 올리브영 병무청 경찰청 국세청 식약처 질병관리청");
    static final List<String> EN_ORG_KNOWN = List.of(
            ("Google|Microsoft|Walmart|Target|Home Depot|Amazon|FedEx|UPS|Boeing|Ford|General Motors|Tesla|Intel|IBM|Verizon|Starbucks|McDonald's|Safeway|Kroger|Publix|CVS|Rite Aid|Walgreens|Aetna|Cigna|"
                            + "UnitedHealthcare|Anthem|Blue Shield|Medtronic Inc|Pfizer|Merck|Roche|Bayer|Mayo Clinic|Cleveland Clinic|Mass General|Johns Hopkins|MGH|BWH|UCSF|UCLA|NYU|Stanford|Harvard|Yale|MIT|"
                            + "Duke|Emory|Vanderbilt|Cedars-Sinai|Mount Sinai|MD Anderson|Sloan Kettering|Dana-Farber|Kaiser|Sutter|Providence|Mercy|Baptist|Methodist|Dignity Health|Labcorp|Quest Diagnostics|Lincare|"
                            + "US Navy|US Army|Marine Corps|Coast Guard|Air Force|NASA|USPS|Lidl|Tesco|Sainsbury's|Royal Mail|BBC|NHS Trust|Guy's|Barts|Addenbrooke's|Samsung|Hyundai|Toyota|Honda|Costco Wholesale|Uber|Lyft|DHL|Delta|United Airlines")
                    .split("\\|", -1));
    static final List<String> EN_CARE = List.of(
            ("Hospital|Medical Center|General Hospital|Clinic|Health Center|Nursing Home|Rehabilitation Center|Rehab|Family Practice|Family Medicine|Urgent Care|"
                            + "Surgery Center|Imaging|Radiology Associates|Cancer Center|Children's Hospital|Memorial Hospital|Regional Medical Center|Community Hospital|VA|VA Medical Center|Health System|Healthcare|Hospice|"
                            + "Assisted Living|Senior Living|Care Home|Care Center|Manor|SNF|Home Health|Pharmacy|Dental|Orthopedics|Cardiology Associates|Dialysis|Medical Group|Infirmary|Surgery|Medical Practice|Physicians|Behavioral Health|Pediatrics|Women's Health|Villa|Gardens|Lodge|Psychiatric Hospital")
                    .split("\\|", -1));
    static final List<String> EN_OTHER = List.of(
            ("High School|Elementary School|Middle School|Elementary|Academy|University|College|Community College|State University|Day Care|Preschool|Inc|LLC|LLP|Ltd|Corp|Company|Industries|& Sons|Construction|Plumbing|"
                            + "Law Firm|Insurance|Bank|Credit Union|Church|Baptist Church|Fire Department|Police Department|School District|County Jail|Correctional Facility|Shelter|Foods|Logistics|Trucking|Hotel|Restaurant|Cafe|Bakery|Foundation|Society|Airlines|Motors|Steel|Electric|Transport|Ambulance|EMS|Library|Parish|Middle|Primary School|Mutual")
                    .split("\\|", -1));
    static final List<String> MONTHS = list(
            "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec");
    static final List<String> WEEKDAYS =
            list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun");
    static final List<String> HOLIDAYS = List.of(
            "Christmas",
            "Christmas Day",
            "Thanksgiving",
            "Easter",
            "Labor Day",
            "Memorial Day",
            "Halloween",
            "New Year's Eve",
            "New Year's Day",
            "Independence Day",
            "Fourth of July",
            "4th of July",
            "July 4th",
            "Valentine's Day",
            "Mother's Day",
            "Boxing Day",
            "Passover",
            "Ramadan");
    static final List<String> KO_HOLIDAYS = list("설날 추석 크리스마스 성탄절 어린이날 어버이날 석가탄신일 광복절 한글날 현충일 설 신정");
    static final List<String> DRUGS = list(
            "metformin lisinopril atorvastatin amlodipine metoprolol losartan omeprazole gabapentin sertraline furosemide prednisone warfarin Tylenol Advil Motrin Zofran Ativan Haldol Lasix Keppra Eliquis Xarelto Plavix "
                    + "Lipitor Crestor Norvasc Coumadin Lantus Humalog Novolog Ozempic Trulicity Jardiance Farxiga Januvia Synthroid Prozac Zoloft Lexapro Celexa Wellbutrin Effexor Cymbalta Seroquel Abilify Risperdal Zyprexa Depakote Lamictal Topamax Neurontin "
                    + "Lyrica Percocet Norco Vicodin Dilaudid Fentanyl Toradol Flexeril Robaxin Augmentin Zosyn Vancomycin Rocephin Levaquin Cipro Bactrim Keflex Flagyl Diflucan Valtrex Tamiflu Albuterol Advair Symbicort Spiriva Flovent Singulair Zyrtec Claritin "
                    + "Allegra Benadryl Pepcid Protonix Nexium Prilosec Colace Senna Miralax Dulcolax Humira Enbrel Remicade Stelara Keytruda Opdivo Herceptin Avastin Rituxan Taxol Adriamycin Cytoxan Neulasta Epogen Aranesp Procrit Lovenox Heparin Ambien Trazodone");
    static final List<String> KO_DRUGS = list(
            "메트포르민 암로디핀 로사르탄 아스피린 클로피도그렐 와파린 아토르바스타틴 로수바스타틴 란소프라졸 세프트리악손 타이레놀 트라마돌 졸피뎀 에스시탈로프람 쿠에티아핀 레보도파 프레드니솔론 푸로세미드 인슐린 리바록사반 아목시실린 메로페넴 반코마이신 도네페질 가바펜틴 프레가발린 리피토 플라빅스 디고신 아달리무맙 펜타닐 모르핀 로라제팜 미다졸람 덱사메타손");

    private WordPools() {}

    static List<String> list(String words) {
        return Stream.of(words.split(" ", -1)).toList();
    }
}
